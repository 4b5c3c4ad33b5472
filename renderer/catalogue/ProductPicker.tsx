import { Trans } from '@lingui/react/macro';
import type { ConversationView } from '../../shared/contract/chats.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';

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
export function ProductPicker({ onClose }: ProductPickerProps) {
  return (
    <DialogFrame title={<Trans>Send articles</Trans>} isOpen size="wide" isDismissable={false} onClose={onClose}>
      {null}
    </DialogFrame>
  );
}
