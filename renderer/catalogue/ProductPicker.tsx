import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ConversationView } from '../../shared/contract/chats.ts';
import type { CatalogueProduct } from '../../shared/contract/catalogue.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useArticleOptions } from './catalogue-query.ts';
import { PickerForm } from './picker/PickerForm.tsx';

export type ProductPickerProps = {
  conversation: ConversationView;
  /** The article that is chosen already; null: none. */
  initial: { catalogId: string; retailerId: string } | null;
  /** Stands in the text field at first. */
  initialText: string;
  onClose: () => void;
  /** It is on its way: the message stands in the thread. Closing is the caller's. */
  onSent: () => void;
};

/** Chooses articles of the catalogue, and sends them into a chat. */
export function ProductPicker({ initial, onClose, ...form }: ProductPickerProps) {
  const { t } = useLingui();
  return (
    <DialogFrame title={<Trans>Send articles</Trans>} isOpen size="wide" onClose={onClose}>
      <section aria-label={t`Articles and text`}>
        {initial === null ? <PickerForm {...form} first={null} onClose={onClose} /> : <WithFirst {...form} initial={initial} onClose={onClose} />}
      </section>
    </DialogFrame>
  );
}

function WithFirst({ initial, ...form }: ProductPickerProps & { initial: { catalogId: string; retailerId: string } }) {
  const query = useQuery(useArticleOptions(initial.catalogId, initial.retailerId));
  if (query.isPending) return <Skeleton rows={4} height={44} />;
  return <PickerForm {...form} first={query.data?.product ?? nameless(initial)} />;
}

/** An article that nothing but its two ids is known of. */
function nameless(ids: { catalogId: string; retailerId: string }): CatalogueProduct {
  const product = { ...ids, name: null, priceText: null, availability: null, inventory: null, hasImage: false };
  return { product, price: null, sale: null, description: null, section: null, url: null, visibility: null, review: null };
}
