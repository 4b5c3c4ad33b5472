import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Check, Undo2 } from 'lucide-react';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { useAppView, useOffline } from '../cable/ConnectionProvider.tsx';
import { isTyping } from '../keys/is-typing.ts';
import { letterOf } from '../keys/letter-of.ts';
import { useSettings } from '../settings/use-settings.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { useNow } from '../ui/use-now.ts';
import { lastStep, subscribeSteps } from './last-step.ts';
import type { LastStep } from './last-step.ts';
import { orderNumber } from './order-number.ts';
import { useOrderOptions } from './order-queries.ts';
import { secondsLeft } from './seconds-left.ts';
import { doneWords } from './step-words.ts';
import { useOrderActions } from './use-order-actions.ts';
import styles from './UndoBar.module.css';

/** What was just done, and for ten seconds the way back; the place is there always, so that nothing moves when it speaks. */
export function UndoBar() {
  const step = useSyncExternalStore(subscribeSteps, lastStep);
  const now = useNow();
  const shop = useAppView()?.shop;
  const shown = step !== null && step.shop === shop && now < step.until ? step : null;
  return <output className={styles['place']}>{shown ? <Said key={`${shown.kind} ${shown.orderId} ${shown.until}`} step={shown} now={now} /> : null}</output>;
}

function Said({ step, now }: { step: LastStep; now: number }) {
  const { i18n } = useLingui();
  const offline = useOffline();
  const order = useQuery(useOrderOptions(step.orderId)).data;
  const letterKeys = useSettings().data?.values.letterKeys ?? true;
  const actions = useOrderActions();
  const undoable = order && step.kind === 'done' && order.undo?.eventId === step.eventId ? order : null;
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z' && !isTyping(event.target);
    if (event.defaultPrevented || (!isUndo && letterOf(event, letterKeys) !== 'u')) return;
    // A dialog over the page has its own keys.
    if (!undoable || document.querySelector('[role=dialog]')) return;
    event.preventDefault();
    actions.takeBack(undoable);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  // Another screen moved it on meanwhile, or the undoing here is done: nothing is left to say of this step.
  if (!order || (step.kind === 'done' && !undoable)) return null;
  const number = orderNumber(order.number, i18n);
  const left = secondsLeft(step.until, now);
  return (
    <span className={styles['bar']} data-undo-bar="">
      <span className={styles['icon']}>{step.kind === 'done' ? <Check size={18} aria-hidden="true" /> : <Undo2 size={18} aria-hidden="true" />}</span>
      <span className={styles['words']}>
        <strong>{i18n._(doneWords(order.state, number))}</strong>{' '}
        {step.kind === 'undone' ? (
          step.told ? (
            <Trans>The customer had been told already.</Trans>
          ) : null
        ) : order.undo?.told === 'waiting' ? (
          <>
            {/* A countdown read aloud second by second would say nothing else any more. */}
            <span aria-hidden="true">
              <Trans>The customer is told in {left} s.</Trans>
            </span>
            <span className="off-screen">
              <Trans>The customer is told in a few seconds.</Trans>
            </span>
          </>
        ) : order.undo?.told === 'yes' ? (
          <Trans>The customer is told.</Trans>
        ) : (
          <span aria-hidden="true" className={styles['left']}>
            <Trans>{left} s</Trans>
          </span>
        )}
      </span>
      {undoable ? (
        <Button className={styles['undo']} isDisabled={offline || actions.undo.isPending} onPress={() => actions.takeBack(undoable)}>
          <Undo2 size={16} aria-hidden="true" />
          <Trans>Undo</Trans>
          {letterKeys ? <KeyCap>U</KeyCap> : null}
        </Button>
      ) : step.kind === 'undone' && step.correction !== null ? (
        <Link href={`/orders/${step.orderId}`} className={buttonClass({}, styles['undo'])}>
          <Trans>Put it right</Trans>
        </Link>
      ) : null}
    </span>
  );
}
