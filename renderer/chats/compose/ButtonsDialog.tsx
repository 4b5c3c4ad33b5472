import { Trans, useLingui } from '@lingui/react/macro';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { BODY_LIMIT } from '../../../shared/domain/fit-text.ts';
import { BUTTON_TITLE_LIMIT } from '../../../shared/domain/send-limits.ts';
import { Button } from '../../ui/Button.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { CharactersLeft } from './CharactersLeft.tsx';
import { SendDialog } from './SendDialog.tsx';
import styles from './ButtonsDialog.module.css';

/** WhatsApp shows no more. */
const MOST = 3;

type Props = { conversationId: number; initialText: string; quoteMessageId: number | null; onClose: () => void; onSent: () => void };

/** A text with one to three buttons that the customer answers with. */
export function ButtonsDialog({ conversationId, initialText, quoteMessageId, onClose, onSent }: Props) {
  const { t } = useLingui();
  const [body, setBody] = useState(initialText);
  const [titles, setTitles] = useState(['', '']);
  const buttons = titles.map((title) => title.trim()).filter((title) => title !== '');
  const isTwice = new Set(buttons).size < buttons.length;
  const tooLong = titles.some((title) => title.trim().length > BUTTON_TITLE_LIMIT);
  const canSend = body.trim() !== '' && body.length <= BODY_LIMIT && buttons.length > 0 && !isTwice && !tooLong;
  return (
    <SendDialog
      conversationId={conversationId}
      title={<Trans>Text with reply buttons</Trans>}
      content={{ kind: 'buttons', header: '', body: body.trim(), footer: '', buttons }}
      canSend={canSend}
      isTouched={body !== initialText || buttons.length > 0}
      quoteMessageId={quoteMessageId}
      onClose={onClose}
      onSent={onSent}
    >
      <TextBox
        label={<Trans>Text</Trans>}
        rows={3}
        value={body}
        isInvalid={body.length > BODY_LIMIT}
        hint={<CharactersLeft length={body.length} limit={BODY_LIMIT} />}
        onChange={setBody}
      />
      <fieldset className={styles['buttons']} aria-label={t`Buttons`}>
        {titles.map((title, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a button is its place
          <div key={index} className={styles['button']}>
            <TextInput
              label={<Trans>Button {index + 1}</Trans>}
              value={title}
              isInvalid={title.trim().length > BUTTON_TITLE_LIMIT}
              hint={
                <Trans>
                  {title.trim().length} of {BUTTON_TITLE_LIMIT} characters
                </Trans>
              }
              onChange={(words) => setTitles(titles.with(index, words))}
            />
            {titles.length > 1 ? (
              <Button look="quiet" size="icon" aria-label={t`Remove button ${index + 1}`} onPress={() => setTitles(titles.toSpliced(index, 1))}>
                <X size={18} aria-hidden="true" />
              </Button>
            ) : null}
          </div>
        ))}
        {isTwice ? (
          <p className={styles['wrong']} role="alert">
            <Trans>Two buttons have the same words.</Trans>
          </p>
        ) : null}
        {titles.length < MOST ? (
          <div>
            <Button size="small" onPress={() => setTitles([...titles, ''])}>
              <Plus size={16} aria-hidden="true" />
              <Trans>Another button</Trans>
            </Button>
          </div>
        ) : null}
      </fieldset>
    </SendDialog>
  );
}
