import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { QuickReply } from '../../shared/contract/answers.ts';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { REPLY_FIELDS } from '../../shared/domain/reply-text.ts';
import { TEXT_LIMIT } from '../../shared/domain/send-limits.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { languageName } from '../ui/language-name.ts';
import { Notice } from '../ui/Notice.tsx';
import { TextBox } from '../ui/TextBox.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import { AddLanguage } from './AddLanguage.tsx';
import { replyFieldWords } from './reply-field-words.ts';
import { textLanguages } from './text-languages.ts';
import styles from './QuickReplyDialog.module.css';

type Props = { reply: QuickReply | null; settings: SettingsView; onClose: () => void; onSaved: () => void };

/** Writes a ready text, in one language or several. */
export function QuickReplyDialog({ reply, settings, onClose, onSaved }: Props) {
  const { i18n, t } = useLingui();
  const { locale } = useFormats();
  const api = useApi();
  const offline = useOffline();
  const say = useSayReason();
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? '');
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(reply?.texts ?? {});
  const codes = [...new Set([...textLanguages(settings.values), ...Object.keys(texts)])];
  const [language, setLanguage] = useState(() => Object.keys(texts)[0] ?? codes.find((code) => locale.startsWith(code)) ?? 'en');
  const box = useRef<HTMLTextAreaElement>(null);
  const save = useMutation({
    mutationFn: () => api.quickReplies.save({ ...(reply ? { id: reply.id } : {}), shortcut, texts }),
    onSuccess: (answer) => (answer.ok ? onSaved() : undefined),
  });
  const text = texts[language] ?? '';
  const write = (words: string) => setTexts({ ...texts, [language]: words });
  const over = [...text].length - TEXT_LIMIT;
  const isEmpty = shortcut.trim() === '' || Object.values(texts).every((words) => words.trim() === '');
  const refused = save.data?.ok === false ? say(save.data.reason) : null;
  const insert = (field: string) => {
    const start = box.current?.selectionStart ?? text.length;
    const end = box.current?.selectionEnd ?? start;
    write(`${text.slice(0, start)}{${field}}${text.slice(end)}`);
    const after = start + field.length + 2;
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(after, after);
    });
  };
  const isTouched = shortcut !== (reply?.shortcut ?? '') || JSON.stringify(texts) !== JSON.stringify(reply?.texts ?? {});
  return (
    <DialogFrame
      title={reply ? <Trans>Change a quick reply</Trans> : <Trans>New quick reply</Trans>}
      isOpen
      size="middle"
      isDismissable={!isTouched}
      onClose={onClose}
    >
      <TextInput
        label={<Trans>Shortcut</Trans>}
        hint={<Trans>Typed after a / in a chat: letters, digits and hyphens.</Trans>}
        value={shortcut}
        maxLength={40}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to write it
        autoFocus
        onChange={setShortcut}
      />
      <div className={styles['languages']}>
        <Choices
          label={<Trans>Language</Trans>}
          value={language}
          options={codes.map((code) => ({ value: code, words: languageName(code, locale) }))}
          onChange={setLanguage}
        />
        <AddLanguage
          known={codes}
          onAdd={(code) => {
            setTexts({ ...texts, [code]: '' });
            setLanguage(code);
          }}
        />
      </div>
      <div className={styles['write']}>
        <TextBox
          label={<Trans>Text in {languageName(language, locale)}</Trans>}
          rows={4}
          value={text}
          boxRef={box}
          isInvalid={over > 0}
          hint={over > 0 ? <Trans>{over} characters too many</Trans> : <Trans>Where this is empty, customers of this language get another one's text.</Trans>}
          onChange={write}
        />
        <div className={styles['fields']} role="toolbar" aria-label={t`Put in a field`}>
          {REPLY_FIELDS.map((field) => {
            const words = i18n._(replyFieldWords(field));
            return (
              <Button key={field} size="small" preventFocusOnPress aria-label={t`Put in: ${words}`} onPress={() => insert(field)}>
                {words}
              </Button>
            );
          })}
        </div>
      </div>
      {refused ? (
        <Notice tone="bad" isLive title={refused.title}>
          {refused.todo}
        </Notice>
      ) : save.isError ? (
        <Notice tone="bad" isLive title={<Trans>Shopbell did not answer</Trans>}>
          <Trans>Your text is still here. Try it again.</Trans>
        </Notice>
      ) : null}
      <Form
        className={styles['foot'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button look="go" type="submit" isDisabled={offline || save.isPending || isEmpty || over > 0}>
          <Trans>Save</Trans>
        </Button>
      </Form>
    </DialogFrame>
  );
}
