import { Trans, useLingui } from '@lingui/react/macro';
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CatalogueProduct } from '../../../shared/contract/catalogue.ts';
import { SECTION_TITLE_LIMIT, SECTIONS_LIMIT } from '../../../shared/domain/fit-products.ts';
import { Button } from '../../ui/Button.tsx';
import { ProductPicture } from '../../ui/ProductPicture.tsx';
import { addSection, moveArticle, toggleArticle } from './products-draft.ts';
import type { ProductsDraft, ProductsForm } from './products-draft.ts';
import { CountedInput } from './CountedInput.tsx';
import fields from '../../ui/fields.module.css';
import styles from './picker.module.css';

type Props = { draft: ProductsDraft; form: ProductsForm; onChange: (draft: ProductsDraft) => void };

/** What was chosen, in its sections where the message has any. */
export function ChosenArticles({ draft, form, onChange }: Props) {
  const { t } = useLingui();
  const inSections = form === 'product-list';
  const many = inSections && draft.sections.length > 1;
  return (
    <div className={styles['chosen']}>
      {draft.sections.map((section, index) => (
        <div key={section.id} className={styles['section']}>
          {many ? (
            <CountedInput
              label={t`Title of section ${index + 1}`}
              value={section.title}
              limit={SECTION_TITLE_LIMIT}
              onChange={(title) => onChange({ ...draft, sections: draft.sections.map((one) => (one.id === section.id ? { ...one, title } : one)) })}
            />
          ) : null}
          <ul>
            {section.articles.map((article) => (
              <Chosen key={article.product.retailerId} article={article}>
                {many ? (
                  <select
                    className={fields['select']}
                    aria-label={t`Section of ${article.product.name ?? article.product.retailerId}`}
                    value={section.id}
                    onChange={(event) => onChange(moveArticle(draft, article, Number(event.target.value)))}
                  >
                    {draft.sections.map((one, place) => (
                      <option key={one.id} value={one.id}>
                        {one.title.trim() || t`Section ${place + 1}`}
                      </option>
                    ))}
                  </select>
                ) : null}
                <Button
                  look="quiet"
                  size="icon"
                  aria-label={t`Take out ${article.product.name ?? article.product.retailerId}`}
                  onPress={() => onChange(toggleArticle(draft, article))}
                >
                  <X size={18} aria-hidden="true" />
                </Button>
              </Chosen>
            ))}
          </ul>
          {many && section.articles.length === 0 ? (
            <p className={styles['small']}>
              <Trans>Articles that you choose now come here. Empty sections are left out.</Trans>
            </p>
          ) : null}
        </div>
      ))}
      {inSections && draft.sections.length < SECTIONS_LIMIT && (draft.sections.at(-1)?.articles.length ?? 0) > 0 ? (
        <Button size="small" onPress={() => onChange(addSection(draft))}>
          <Plus size={16} aria-hidden="true" />
          <Trans>Add a section</Trans>
        </Button>
      ) : null}
    </div>
  );
}

function Chosen({ article: { product }, children }: { article: CatalogueProduct; children: ReactNode }) {
  return (
    <li className={styles['pick']}>
      <ProductPicture product={product} size={32} />
      <bdi className={styles['name']}>{product.name ?? product.retailerId}</bdi>
      {children}
    </li>
  );
}
