import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Paperclip, SendHorizontal } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useOffline } from '../../cable/ConnectionProvider.tsx';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AttachmentRow } from './AttachmentRow.tsx';
import type { Attachment, Attachments } from './attachments.ts';
import { CAPTION_LIMIT } from './attachment-words.ts';
import styles from './AttachDialog.module.css';

type Props = { name: string; attachments: Attachments; list: readonly Attachment[]; quoteMessageId: number | null; onClose: () => void; onSent: () => void };

/** The files that were chosen, each with its caption; sends them as one message each. */
export function AttachDialog({ name, attachments, list, quoteMessageId, onClose, onSent }: Props) {
  const { t } = useLingui();
  const offline = useOffline();
  const [isRunning, setRunning] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const choose = useEffectEvent(() => {
    if (list.length === 0) chooser.current?.click();
  });
  // Who opened it without a file wants the system's own list; dropped and pasted ones are there already.
  useEffect(() => choose(), []);
  const good = list.filter(({ state }) => state === 'ready' || state === 'lost' || state === 'sending');
  const isChecking = list.some(({ state }) => state === 'checking');
  const isLost = !isRunning && list.some(({ state }) => state === 'lost');
  const isTooLong = good.some(({ caption }) => [...caption].length > CAPTION_LIMIT);
  const close = () => {
    attachments.clear();
    onClose();
  };
  const send = async () => {
    setRunning(true);
    const sent = await attachments.sendAll(quoteMessageId);
    setRunning(false);
    if (sent > 0) {
      announce(t`Handed over for sending`, 'polite');
      onSent();
    }
    if (attachments.list().length === 0) onClose();
  };
  return (
    <DialogFrame
      title={<Trans>Send files to {name}</Trans>}
      isOpen
      size="middle"
      isDismissable={!isRunning && list.every(({ caption }) => caption === '')}
      onClose={close}
    >
      {isLost ? (
        <Notice tone="bad" isLive title={<Trans>Shopbell did not answer</Trans>}>
          <Trans>Your files are still here. Send them once more: each goes out only once.</Trans>
        </Notice>
      ) : null}
      {list.length === 0 ? (
        <p className={styles['none']}>
          <Trans>No file is chosen.</Trans>
        </p>
      ) : (
        <ul className={styles['list']}>
          {list.map((attachment) => (
            <AttachmentRow key={attachment.key} attachment={attachment} attachments={attachments} isRunning={isRunning} />
          ))}
        </ul>
      )}
      <div className={styles['foot']}>
        <FileTrigger ref={chooser} allowsMultiple onSelect={(files) => void (files && attachments.add([...files]))}>
          <Button isDisabled={isRunning}>
            <Paperclip size={16} aria-hidden="true" />
            {list.length === 0 ? <Trans>Choose files</Trans> : <Trans>Add more</Trans>}
          </Button>
        </FileTrigger>
        <span className={styles['ends']}>
          <Button onPress={isRunning ? attachments.stop : close}>{isRunning ? <Trans>Stop</Trans> : <Trans>Cancel</Trans>}</Button>
          <Button look="go" isDisabled={offline || isRunning || isChecking || isTooLong || good.length === 0} onPress={() => void send()}>
            <SendHorizontal size={16} aria-hidden="true" />
            {good.length === 0 ? <Trans>Send</Trans> : <Plural value={good.length} one="Send # file" other="Send # files" />}
          </Button>
        </span>
      </div>
    </DialogFrame>
  );
}
