import { Trans, useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { STEP_NAMES, STEPS } from './setup-steps.ts';
import type { StepKind, StepState } from './setup-steps.ts';
import styles from './setup.module.css';

type Props = { kind: StepKind; state: StepState; told?: ReactNode; children: ReactNode };

/** One numbered step. It can be done again at any time, so it never closes. @param told what it has come to, in a few words */
export function SetupStep({ kind, state, told, children }: Props) {
  const { i18n } = useLingui();
  const id = `step-${kind}`;
  const name = i18n._(STEP_NAMES[kind]);
  return (
    <section className={styles['step']} data-state={state} aria-labelledby={id}>
      <span className={styles['number']} aria-hidden="true">
        {state === 'done' ? <Check size={18} strokeWidth={3} /> : STEPS.indexOf(kind) + 1}
      </span>
      <div className={styles['body']}>
        <header className={styles['head']}>
          <h2 id={id} tabIndex={-1} className={styles['title']}>
            {name}
          </h2>
          <output className={styles['told']}>
            <span className="off-screen">{name}: </span>
            {told ?? (state === 'done' ? <Trans>done</Trans> : state === 'trouble' ? <Trans>needs a look</Trans> : <Trans>to do</Trans>)}
          </output>
        </header>
        {children}
      </div>
    </section>
  );
}
