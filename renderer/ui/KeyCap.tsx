import styles from './KeyCap.module.css';

/** A key as it stands on the keyboard; for the eye alone, since the button's own name says what it does. */
export function KeyCap({ children }: { children: string }) {
  return (
    <kbd className={styles['key']} aria-hidden="true">
      {children}
    </kbd>
  );
}
