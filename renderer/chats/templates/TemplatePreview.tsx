import { Trans } from '@lingui/react/macro';
import type { TemplateView } from '../../../shared/contract/answers.ts';
import type { CatalogueProduct } from '../../../shared/contract/catalogue.ts';
import { fillFields } from '../../../shared/domain/template-shape.ts';
import { ProductPicture } from '../../ui/ProductPicture.tsx';
import styles from './TemplatePreview.module.css';

type Props = { template: TemplateView; fields: readonly string[]; headerFields: readonly string[]; article: CatalogueProduct | null };

/** What the customer will see. A field without words stands in its braces. */
export function TemplatePreview({ template, fields, headerFields, article }: Props) {
  const { headerText, body, footer, buttons } = template;
  return (
    <figure className={styles['preview']}>
      <figcaption>
        <Trans>What the customer sees</Trans>
      </figcaption>
      <div className={styles['bubble']} lang={template.language.replace('_', '-')} dir="auto">
        {article === null ? null : (
          <span className={styles['article']}>
            <ProductPicture product={article.product} size={40} />
            <bdi>{article.product.name ?? article.product.retailerId}</bdi>
          </span>
        )}
        {headerText === null ? null : <strong>{fillFields(headerText, template.headerFields, headerFields)}</strong>}
        <span>{fillFields(body, template.fields, fields)}</span>
        {footer === null ? null : <small className={styles['footer']}>{footer}</small>}
        {buttons.map(({ text }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a button is its place
          <span key={index} className={styles['button']}>
            {text}
          </span>
        ))}
      </div>
    </figure>
  );
}
