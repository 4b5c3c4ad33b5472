import { Trans } from '@lingui/react/macro';
import { ClipboardPlus } from 'lucide-react';
import { useState } from 'react';
import { MakeOrderDialog } from '../orders/MakeOrderDialog.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Thread.module.css';

/** Makes an order of what a customer wrote in words. */
export function NewOrderButton({ conversationId }: { conversationId: number }) {
  const [isMaking, setMaking] = useState(false);
  return (
    <>
      <Button look="quiet" className={styles['make']} onPress={() => setMaking(true)}>
        <ClipboardPlus size={18} aria-hidden="true" />
        <span className={styles['makeWords']}>
          <Trans>New order</Trans>
        </span>
      </Button>
      {isMaking ? <MakeOrderDialog conversationId={conversationId} onClose={() => setMaking(false)} /> : null}
    </>
  );
}
