import { Trans, useLingui } from '@lingui/react/macro';
import { Mic, SendHorizontal } from 'lucide-react';
import { useId, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { ConversationView } from '../../../shared/contract/chats.ts';
import { pastedFiles } from '../attach/pasted-files.ts';
import { SlashList } from '../quick/SlashList.tsx';
import { useSlash } from '../quick/use-slash.ts';
import { Button } from '../../ui/Button.tsx';
import { useKeysWithin } from '../../keys/use-keys-within.ts';
import { ComposerMenu } from './ComposerMenu.tsx';
import type { ComposerDeed } from './composer-keys.ts';
import { SendRefusal } from './SendRefusal.tsx';
import styles from './WriteField.module.css';

type Props = {
  conversation: ConversationView;
  name: string;
  field: RefObject<HTMLTextAreaElement | null>;
  root: RefObject<HTMLElement | null>;
  text: string;
  canSend: boolean;
  onText: (text: string) => void;
  onSend: () => void;
  onDo: (deed: ComposerDeed) => void;
  onFiles: (files: File[]) => void;
};

/** The field itself, with what stands beside it and the list that a slash opens above it. */
export function WriteField({ conversation, name, field, root, text, canSend, onText, onSend, onDo, onFiles }: Props) {
  const { t } = useLingui();
  const listId = useId();
  const [cursor, setCursor] = useState<number | null>(null);
  const replace = (words: string, start: number, end: number) => {
    onText(`${text.slice(0, start)}${words}${text.slice(end)}`);
    const after = start + words.length;
    setCursor(after);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(after, after);
    });
  };
  const slash = useSlash({
    conversation,
    text,
    cursor,
    onFill: replace,
    onProducts: (start, end) => {
      replace('', start, end);
      onDo('products');
    },
  });
  useKeysWithin(root, (event) => {
    if (event.key !== 'Escape' || !slash.isOpen || event.defaultPrevented) return;
    event.preventDefault();
    slash.leave();
  });
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (slash.pressed(event)) return;
    // While an input method composes a word, Enter chooses the word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (canSend) onSend();
  };
  const current = slash.entries[slash.index];
  return (
    <>
      <SendRefusal refusal={null} failed={slash.trouble} />
      <div className={styles['field']}>
        {slash.isOpen ? (
          <SlashList id={listId} entries={slash.entries} index={slash.index} hasNone={slash.hasNone} language={conversation.language} onChoose={slash.choose} />
        ) : null}
        <ComposerMenu hasPhone={conversation.customer.phone !== null} onDo={onDo} />
        <textarea
          ref={field}
          className={styles['text']}
          rows={Math.min(6, Math.max(1, text.split('\n').length))}
          value={text}
          placeholder={t`Write to ${name} …`}
          aria-label={t`Write to ${name}`}
          aria-autocomplete="list"
          aria-controls={slash.isOpen ? listId : undefined}
          aria-activedescendant={slash.isOpen && current ? `${listId}-${current.id}` : undefined}
          dir="auto"
          data-composer=""
          onChange={(event) => {
            onText(event.target.value);
            setCursor(event.target.selectionStart);
          }}
          onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
          onBlur={() => setCursor(null)}
          onPaste={(event) => {
            const files = pastedFiles({ files: event.clipboardData.files, getData: (type) => event.clipboardData.getData(type) });
            if (files.length === 0) return;
            event.preventDefault();
            onFiles(files);
          }}
          onKeyDown={pressed}
        />
        {text === '' ? (
          <Button size="icon" className={styles['voice']} aria-label={t`Record a voice note`} onPress={() => onDo('voice')}>
            <Mic size={20} aria-hidden="true" />
          </Button>
        ) : null}
        <Button look="go" size="big" isDisabled={!canSend} onPress={onSend}>
          <SendHorizontal size={18} aria-hidden="true" />
          <span className={styles['words']}>
            <Trans>Send</Trans>
          </span>
        </Button>
      </div>
    </>
  );
}
