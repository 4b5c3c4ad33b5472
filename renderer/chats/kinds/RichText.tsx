import { formatText, isEmojiOnly, unformatText } from './format-text.ts';
import type { FormattedText } from './format-text.ts';
import { SafeLink } from './SafeLink.tsx';
import styles from './RichText.module.css';

/** What a person wrote, as WhatsApp shows it; only ever text, and addresses that ask before they open. */
export function RichText({ text }: { text: string }) {
  return (
    <p className={styles[isEmojiOnly(text) ? 'emoji' : 'text']} dir="auto">
      <Parts parts={formatText(text)} />
    </p>
  );
}

function Parts({ parts }: { parts: readonly FormattedText[] }) {
  return keyed(parts).map(({ key, part }) => <Part key={key} part={part} />);
}

function Part({ part }: { part: FormattedText }) {
  switch (part.kind) {
    case 'words':
      return part.text;
    case 'link':
      return <SafeLink href={part.href}>{part.text}</SafeLink>;
    case 'code':
      return <code className={styles['code']}>{part.text}</code>;
    case 'bold':
      return (
        <strong>
          <Parts parts={part.parts} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Parts parts={part.parts} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Parts parts={part.parts} />
        </s>
      );
  }
}

/** The same text is always parted alike, so where a part begins is a name for it. */
function keyed(parts: readonly FormattedText[]): { key: number; part: FormattedText }[] {
  let at = 0;
  return parts.map((part) => {
    const key = at;
    at += unformatText([part]).length;
    return { key, part };
  });
}
