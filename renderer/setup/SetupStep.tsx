import { Trans } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './setup.module.css';

/** `open`: not begun or under way; `done`: proved; `trouble`: something is the matter. */
export type StepState = 'open' | 'done' | 'trouble';

type Props = { number: number; state: StepState; title: ReactNode; told?: ReactNode; children: ReactNode };

/** One numbered step. It can be done again at any time, so it never closes. @param told what it has come to, in a few words */
export function SetupStep({ number, state, title, told, children }: Props) {
  const id = useId();
  return (
    <section className={styles['step']} data-state={state} aria-labelledby={id}>
      <span className={styles['number']} aria-hidden="true">
        {state === 'done' ? <Check size={18} strokeWidth={3} /> : number}
      </span>
      <div className={styles['body']}>
        <header className={styles['head']}>
          <h2 id={id} className={styles['title']}>
            {title}
          </h2>
          <span className={styles['told']}>
            {told ?? (state === 'done' ? <Trans>done</Trans> : state === 'trouble' ? <Trans>needs a look</Trans> : <Trans>open</Trans>)}
          </span>
        </header>
        {children}
      </div>
    </section>
  );
}
