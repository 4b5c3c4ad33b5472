import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { customerName } from '../ui/customer-name.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import { sayErased } from './erased.ts';
import { forgetNote } from './kept-note.ts';
import { useNoteKey } from './use-kept-note.ts';
import styles from './customer.module.css';

type Props = { view: CustomerView; onClose: () => void; onErased: () => void };

/** Says what goes and what stays, asks twice, and erases. */
export function EraseDialog({ view, onClose, onErased }: Props) {
  const { i18n } = useLingui();
  const noteKey = useNoteKey(view.customer.id);
  const api = useApi();
  const say = useSayReason();
  const [isSure, setSure] = useState(false);
  const name = customerName(view.customer, i18n);
  const erase = useMutation({
    mutationFn: () => api.customers.erase({ customerId: view.customer.id }),
    onSuccess: (answer) => {
      if (!answer.ok) return;
      forgetNote(noteKey);
      sayErased({ messages: answer.messages, files: answer.files, orders: view.orderCount });
      onErased();
    },
  });
  const refusal = erase.data?.ok === false ? say(erase.data.reason) : null;
  return (
    <DialogFrame title={<Trans>Erase everything about {name}?</Trans>} isOpen isDismissable={!erase.isPending} onClose={onClose}>
      <p>
        <Trans>
          Messages, files, notes, numbers and addresses go for good, what arrived from WhatsApp included. Orders stay as figures, without name, note and
          address.
        </Trans>
      </p>
      <p className={styles['muted']}>
        <Trans>If they write again, they are a new customer. Copies that you have made of the data folder keep what they hold.</Trans>
      </p>
      {refusal || erase.isError ? (
        <Notice tone="bad" isLive title={refusal ? refusal.title : <Trans>Shopbell did not answer</Trans>}>
          {refusal ? refusal.todo : <Trans>Try it again in a moment.</Trans>}
        </Notice>
      ) : null}
      <div className={styles['actions']}>
        {isSure ? (
          <Button look="go" isDisabled={erase.isPending} onPress={() => erase.mutate()}>
            {erase.isPending ? <Trans>Erasing …</Trans> : <Trans>Yes, erase it for good</Trans>}
          </Button>
        ) : (
          <Button onPress={() => setSure(true)}>
            <Trans>Erase all data</Trans>
          </Button>
        )}
        <Button look="quiet" isDisabled={erase.isPending} onPress={onClose}>
          <Trans>Keep it</Trans>
        </Button>
      </div>
    </DialogFrame>
  );
}
