import styles from './HitRow.module.css';

/** A text with the part of it marked that was looked for. */
export function Marked({ hit: { text, start, length } }: { hit: { text: string; start: number; length: number } }) {
  return (
    <span dir="auto">
      {text.slice(0, start)}
      <mark className={styles['mark']}>{text.slice(start, start + length)}</mark>
      {text.slice(start + length)}
    </span>
  );
}
