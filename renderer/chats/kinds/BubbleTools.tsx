import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Ellipsis, Reply, Smile } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { MessageView } from '../../../shared/contract/messages.ts';
import { useApi, useOffline } from '../../cable/ConnectionProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/announce.ts';
import { useSayReason } from '../../ui/use-say-reason.ts';
import { useComposerActions } from '../composer-actions.tsx';
import { wordsIn } from './line-words.ts';
import { saveAddress } from './save-address.ts';
import { MessageDetails } from './MessageDetails.tsx';
import styles from './BubbleTools.module.css';

/** As WhatsApp itself offers them. */
const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** What can be done with a message: react, reply, and more. Keys on a focused message: E, R, and the menu key. */
export function BubbleTools({ message }: { message: MessageView }) {
  const { t } = useLingui();
  const actions = useComposerActions();
  const offline = useOffline();
  const [reacting, setReacting] = useState(false);
  const [trouble, setTrouble] = useState<ReactNode>(null);
  // Quoted and reacted to is only what WhatsApp knows.
  const canAnswer = actions !== null && !message.deleted && (message.status === null || !['queued', 'sending', 'unknown', 'failed'].includes(message.status));
  const own = message.reactions.find(({ by }) => by === 'shop')?.emoji ?? '';
  const react = (emoji: string) => {
    setReacting(false);
    if (emoji.trim() !== '' || own !== '') actions?.react(message.id, emoji === own ? '' : emoji.trim());
  };
  return (
    <>
      <div className={styles['tools']} data-tools="">
        {canAnswer ? (
          <>
            <DialogTrigger isOpen={reacting} onOpenChange={setReacting}>
              <Button look="quiet" size="icon" className={styles['tool']} aria-label={t`React`} isDisabled={offline} data-tool="react">
                <Smile size={16} aria-hidden="true" />
              </Button>
              <Popover className={styles['popover'] ?? ''} placement="top">
                <Dialog className={styles['emoji'] ?? ''} aria-label={t`React`}>
                  {EMOJI.map((emoji, place) => (
                    <Button
                      key={emoji}
                      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was just asked for, by its key too
                      autoFocus={place === 0}
                      look="quiet"
                      size="icon"
                      aria-label={emoji}
                      aria-pressed={emoji === own}
                      onPress={() => react(emoji)}
                    >
                      {emoji}
                    </Button>
                  ))}
                  <form
                    onSubmit={(event) => {
                      event.preventDefault();
                      const typed = new FormData(event.currentTarget).get('emoji');
                      react(typeof typed === 'string' ? typed : '');
                    }}
                  >
                    <input
                      name="emoji"
                      className={styles['any']}
                      maxLength={64}
                      aria-label={t`Any other emoji, then Enter`}
                      placeholder="…"
                      autoComplete="off"
                    />
                  </form>
                </Dialog>
              </Popover>
            </DialogTrigger>
            <Button
              look="quiet"
              size="icon"
              className={styles['tool']}
              aria-label={t`Reply`}
              data-tool="reply"
              onPress={() => actions.quoteMessage(message.id)}
            >
              <Reply size={16} aria-hidden="true" />
            </Button>
          </>
        ) : null}
        <More message={message} onTrouble={setTrouble} />
      </div>
      {trouble === null ? null : (
        <p role="alert" className={styles['trouble']}>
          {trouble}
        </p>
      )}
    </>
  );
}

function More({ message, onTrouble }: { message: MessageView; onTrouble: (words: ReactNode) => void }) {
  const { t } = useLingui();
  const api = useApi();
  const say = useSayReason();
  const [details, setDetails] = useState(false);
  const again = useMutation({ mutationFn: () => api.chats.sendAgain({ messageId: message.id }) });
  const aside = useMutation({ mutationFn: () => api.chats.dismiss({ messageId: message.id }) });
  const text = wordsIn(message.content);
  const url = message.content.kind === 'media' ? message.content.media.url : null;
  const isTrouble = (message.status === 'failed' || message.status === 'unknown') && message.sentAgainAs === null;
  const tell = async (deed: Promise<{ ok: true } | { ok: false; reason: Parameters<typeof say>[0] }>) => {
    onTrouble(null);
    const answer = await deed.catch(() => null);
    if (answer?.ok === true) return;
    const words = answer ? say(answer.reason) : null;
    onTrouble(
      words ? (
        <>
          <strong>{words.title}.</strong> {words.todo}
        </>
      ) : (
        t`This did not work. Try again.`
      ),
    );
  };
  const copy = (words: string) =>
    navigator.clipboard.writeText(words).then(
      () => announce(t`Copied`, 'polite'),
      () => onTrouble(t`This did not work. Try again.`),
    );
  const deeds: Record<string, { words: string; act: () => void }> = {
    ...(text === null ? {} : { copy: { words: t`Copy the text`, act: () => void copy(text) } }),
    ...(url === null ? {} : { save: { words: t`Save the file`, act: () => download(url) } }),
    ...(isTrouble ? { again: { words: t`Send again`, act: () => void tell(again.mutateAsync()) } } : {}),
    ...(isTrouble && !message.dismissed ? { aside: { words: t`Put aside`, act: () => void tell(aside.mutateAsync()) } } : {}),
    details: { words: t`Details`, act: () => setDetails(true) },
  };
  return (
    <>
      <MenuTrigger>
        <Button look="quiet" size="icon" className={styles['tool']} aria-label={t`More`} data-tool="more">
          <Ellipsis size={16} aria-hidden="true" />
        </Button>
        <Popover className={styles['popover'] ?? ''}>
          <Menu className={styles['menu'] ?? ''} aria-label={t`More`} onAction={(key) => deeds[key]?.act()}>
            {Object.entries(deeds).map(([key, { words }]) => (
              <MenuItem key={key} id={key} className={styles['item'] ?? ''} textValue={words}>
                {words}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {details ? <MessageDetails messageId={message.id} onClose={() => setDetails(false)} /> : null}
      <span className="off-screen">{again.isPending || aside.isPending ? <Trans>Loading …</Trans> : null}</span>
    </>
  );
}

function download(url: string): void {
  const link = document.createElement('a');
  link.href = saveAddress(url);
  link.download = '';
  link.click();
}
