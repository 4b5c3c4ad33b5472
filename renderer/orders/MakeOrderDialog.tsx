import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { MakeOrderForm } from './make/MakeOrderForm.tsx';

/** Makes an order by hand: of a chat's customer where a conversation is named, else of somebody on the telephone. */
export function MakeOrderDialog({ conversationId, onClose }: { conversationId: number | null; onClose: () => void }) {
  const [isTouched, setTouched] = useState(false);
  return (
    <DialogFrame
      title={conversationId === null ? <Trans>New order by telephone</Trans> : <Trans>New order</Trans>}
      isOpen
      size="wide"
      isDismissable={!isTouched}
      onClose={onClose}
    >
      <MakeOrderForm conversationId={conversationId} onTouched={() => setTouched(true)} onClose={onClose} />
    </DialogFrame>
  );
}
