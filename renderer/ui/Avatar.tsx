import { User } from 'lucide-react';
import styles from './Avatar.module.css';

/** A customer's initials, or a neutral sign where there is no name. */
export function Avatar({ name, size = 40 }: { name: string | null; size?: number }) {
  const initials = initialsOf(name);
  return (
    <span className={styles['avatar']} style={{ inlineSize: size, blockSize: size, fontSize: size * 0.36 }} aria-hidden="true">
      {initials === '' ? <User size={size / 2} strokeWidth={1.7} /> : initials}
    </span>
  );
}

function initialsOf(name: string | null): string {
  const words = (name ?? '').split(/\s+/).filter((word) => /^[\p{L}]/u.test(word.replace(/^@/, '')));
  const first = words[0]?.replace(/^@/, '');
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) => (word ? [...word][0] : ''))
    .join('')
    .toLocaleUpperCase();
}
