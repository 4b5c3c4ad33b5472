import { Trans, useLingui } from '@lingui/react/macro';
import { Bot, Forward, Megaphone, Pencil, Smartphone, Users } from 'lucide-react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { MessageView } from '../../../shared/contract/messages.ts';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { useNow } from '../../ui/use-now.ts';
import { typeWords } from '../card-words.ts';
import { addressOf } from './find-links.ts';
import { withoutMarks } from './format-text.ts';
import { SafeLink } from './SafeLink.tsx';
import styles from './AroundMessage.module.css';

/** Above a message: forwarded, from a group, from the phone, by the program, from an advertisement. */
export function Marks({ message }: { message: MessageView }) {
  return (
    <>
      {message.forwarded === 'no' ? null : (
        <p className={styles['mark']}>
          <Forward size={14} aria-hidden="true" />
          {message.forwarded === 'often' ? <Trans>Forwarded many times</Trans> : <Trans>Forwarded</Trans>}
        </p>
      )}
      {message.inGroup ? (
        <p className={styles['mark']}>
          <Users size={14} aria-hidden="true" />
          <Trans>Written in a group. Nothing can be ordered there.</Trans>
        </p>
      ) : null}
      {message.direction === 'out' && message.origin !== 'here' ? (
        <p className={styles['mark']}>
          {message.origin === 'phone' ? <Smartphone size={14} aria-hidden="true" /> : <Bot size={14} aria-hidden="true" />}
          {message.origin === 'phone' ? <Trans>From the phone</Trans> : <Trans>By Shopbell</Trans>}
        </p>
      ) : null}
      {message.referral ? <Referral referral={message.referral} /> : null}
    </>
  );
}

function Referral({ referral }: { referral: NonNullable<MessageView['referral']> }) {
  const href = referral.sourceUrl === null ? null : addressOf(referral.sourceUrl);
  return (
    <div className={styles['referral']}>
      <p className={styles['mark']}>
        <Megaphone size={14} aria-hidden="true" />
        {referral.sourceType === 'post' ? <Trans>Came from a post</Trans> : <Trans>Came from an advertisement</Trans>}
      </p>
      {referral.headline === null ? null : <strong dir="auto">{referral.headline}</strong>}
      {referral.body === null ? null : <p dir="auto">{referral.body}</p>}
      {href === null ? null : <SafeLink href={href}>{referral.sourceUrl}</SafeLink>}
    </div>
  );
}

/** The message that this one quotes; a click leads to it. */
export function QuotedMessage({ quoted, conversationId }: { quoted: NonNullable<MessageView['quoted']>; conversationId: number | null }) {
  const { i18n, t } = useLingui();
  const [, navigate] = useLocation();
  // What we sent with buttons or articles has the same type as a customer's answer to it: its words say enough.
  const text = quoted.text === null ? null : withoutMarks(quoted.text);
  const plain = quoted.type === null || quoted.type === 'text' || (quoted.mine && quoted.type === 'interactive');
  const type = plain ? null : typeWords(quoted.type ?? '', i18n);
  const words = (
    <>
      <strong className={styles['by']}>{quoted.mine ? <Trans>You</Trans> : <Trans>Customer</Trans>}</strong>
      {type === null ? null : `${type}${text === null ? '' : ': '}`}
      {text ?? (type === null ? <Trans>An earlier message</Trans> : null)}
    </>
  );
  const { messageId } = quoted;
  if (messageId === null || conversationId === null) {
    return (
      <blockquote className={styles['quote']} dir="auto">
        {text ?? <Trans>An earlier message</Trans>}
      </blockquote>
    );
  }
  return (
    <button
      type="button"
      className={styles['quote']}
      dir="auto"
      title={t`Go to this message`}
      onClick={() => navigate(`/chats/${conversationId}/${messageId}`)}
    >
      {words}
    </button>
  );
}

/** The reactions under a bubble. */
export function Reactions({ message }: { message: MessageView }) {
  const { t } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  if (message.reactions.length === 0) return null;
  return (
    <ul className={styles['reactions']} aria-label={t`Reactions`}>
      {message.reactions.map(({ emoji, by, at }) => {
        const when = formats.moment(at, now);
        const words = by === 'shop' ? t`You, ${when}` : t`Customer, ${when}`;
        return (
          <li key={`${by} ${at} ${emoji}`} title={words}>
            {emoji}
            <span className="off-screen"> {words}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Says that a text was edited; what it said before is one click away. */
export function EditedMark({ edits }: { edits: MessageView['edits'] }) {
  const { t } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  if (edits.length === 0) return null;
  return (
    <DialogTrigger>
      <AriaButton className={styles['edited'] ?? ''}>
        <Pencil size={12} aria-hidden="true" />
        <Trans>edited</Trans>
      </AriaButton>
      <Popover className={styles['popover'] ?? ''}>
        <Dialog aria-label={t`What it said before`}>
          <strong>
            <Trans>What it said before</Trans>
          </strong>
          {edits.map(({ at, text }) => (
            <div key={`${at} ${text}`}>
              <small className={styles['mark']}>{formats.moment(at, now)}</small>
              <p className={styles['old']} dir="auto">
                {text}
              </p>
            </div>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
