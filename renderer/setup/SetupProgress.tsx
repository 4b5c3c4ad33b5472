import { Trans, useLingui } from '@lingui/react/macro';
import { Check, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Link } from 'wouter';
import { buttonClass } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { STEP_NAMES, STEPS } from './setup-steps.ts';
import type { StepKind, StepState } from './setup-steps.ts';
import styles from './progress.module.css';

/** How far the set-up is, and the way to each of its steps. */
export function SetupProgress({ states }: { states: Record<StepKind, StepState> }) {
  const { i18n, t } = useLingui();
  const words = { open: t`to do`, done: t`done`, trouble: t`needs a look` };
  const next = STEPS.find((step) => states[step] !== 'done');
  const go = (step: StepKind) => {
    const heading = document.getElementById(`step-${step}`);
    heading?.closest('section')?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <>
      <ol className={styles['steps']} aria-label={t`Steps`}>
        {STEPS.map((step, index) => (
          <li key={step}>
            <Button className={styles['step'] ?? ''} data-state={states[step]} data-next={step === next ? '' : undefined} onPress={() => go(step)}>
              <span className={styles['mark']} aria-hidden="true">
                {states[step] === 'done' ? <Check size={14} strokeWidth={3} /> : states[step] === 'trouble' ? <TriangleAlert size={14} /> : index + 1}
              </span>
              {i18n._(STEP_NAMES[step])}
              <span className="off-screen">{words[states[step]]}</span>
            </Button>
          </li>
        ))}
      </ol>
      {next === undefined ? (
        <Notice
          tone="good"
          isLive
          title={<Trans>Your shop is connected: orders ring here</Trans>}
          actions={
            <Link href="/orders" className={buttonClass({ look: 'go' })}>
              <Trans>Go to the orders</Trans>
            </Link>
          }
        >
          <Trans>Shopbell goes on proving it. The light on top says how it stands.</Trans>
        </Notice>
      ) : null}
    </>
  );
}
