import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { RefObject } from 'react';
import type { OrderView } from '../../shared/contract/orders.ts';
import type { OrderAction } from '../../shared/domain/order.ts';
import { forwardAction, isClosed } from '../../shared/domain/order.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useSettings } from '../settings/use-settings.ts';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { useNow } from '../ui/use-now.ts';
import { followFocus } from './follow-focus.ts';
import { usePreviewOptions } from './order-queries.ts';
import { CorrectionNotice } from './CorrectionNotice.tsx';
import { PromiseChange } from './PromiseChange.tsx';
import { PromiseChips } from './PromiseChips.tsx';
import type { PromiseChoice } from './promised-time.ts';
import { firstPromise, promisedMoment } from './promised-time.ts';
import { stepWords } from './step-words.ts';
import { StepTrouble } from './StepTrouble.tsx';
import { tellInput, UNTOUCHED } from './tell-choice.ts';
import { TellLine } from './TellLine.tsx';
import { UndoLine } from './UndoLine.tsx';
import { useOrderActions } from './use-order-actions.ts';
import { useOrderKeys } from './use-order-keys.ts';
import { usePrintTicket } from './use-print-ticket.ts';
import styles from './StepFoot.module.css';

type Props = { root: RefObject<HTMLElement | null>; order: OrderView; onEnd: (order: OrderView) => void };

/** What can be done with an order, at the foot of its page: for when it is promised, what the customer is told, and the steps. */
export function StepFoot({ root, order, onEnd }: Props) {
  const { i18n, t } = useLingui();
  const offline = useOffline();
  const formats = useFormats();
  const now = useNow(1000);
  const values = useSettings().data?.values;
  const own = values?.promiseMinutes ?? 0;
  const withKeys = values?.letterKeys ?? true;
  const [chosen, setChosen] = useState<PromiseChoice | null>(null);
  const [tell, setTell] = useState({ step: order.state, choice: UNTOUCHED });
  const actions = useOrderActions();
  const ticket = usePrintTicket(order);

  const forward = forwardAction(order.state);
  const isNew = order.state === 'new';
  const promise = chosen ?? firstPromise(own);
  const promisedAt = promisedMoment(promise, now, formats.clock24);
  const promised = isNew ? { promisedAt } : {};
  // What was chosen for one step is not meant for the next.
  const choice = tell.step === order.state ? tell.choice : UNTOUCHED;
  const preview = useQuery({ ...usePreviewOptions({ orderId: order.id, action: forward ?? 'complete', ...promised }), enabled: forward !== null });

  const go = (action: OrderAction) => {
    const words = action === forward ? tellInput(choice) : {};
    if (!actions.forward({ orderId: order.id, action, ...(action === 'accept' ? { promisedAt } : {}), ...words })) return;
    setChosen(null);
    if (root.current?.contains(document.activeElement)) followFocus(order.id, performance.now());
  };
  useOrderKeys(root, order, {
    forward: () => {
      if (forward) go(forward);
    },
    end: () => onEnd(order),
    undo: () => actions.takeBack(order),
    print: ticket.print,
  });
  const isBusy = offline || actions.step.isPending;
  return (
    <footer className={styles['foot']}>
      <StepTrouble actions={actions} ticket={ticket} look="notice" />
      <CorrectionNotice order={order} />
      <UndoLine order={order} actions={actions} beside={isNew || isClosed(order.state) ? null : <PromiseChange order={order} actions={actions} />} />
      {isNew ? <PromiseChips choice={promise} own={own} onChoose={setChosen} /> : null}
      {forward && preview.data ? <TellLine preview={preview.data} choice={choice} onChoose={(next) => setTell({ step: order.state, choice: next })} /> : null}
      <div className={styles['buttons']}>
        {isClosed(order.state) ? null : (
          <Button size="big" isDisabled={offline} onPress={() => onEnd(order)}>
            {isNew ? <Trans>Decline</Trans> : <Trans>Cancel order</Trans>}
            {withKeys ? <KeyCap>D</KeyCap> : null}
          </Button>
        )}
        <Button
          size="big"
          className={styles['print']}
          aria-label={order.ticket?.state === 'printed' ? t`Print again` : t`Print`}
          isDisabled={ticket.isBusy}
          onPress={ticket.print}
        >
          <Printer size={18} aria-hidden="true" />
          {withKeys ? <KeyCap>P</KeyCap> : null}
        </Button>
        {forward === 'prepare' ? (
          <Button size="big" isDisabled={isBusy} onPress={() => go('ready')}>
            {i18n._(stepWords('ready'))}
          </Button>
        ) : null}
        {forward ? (
          <Button look="go" size="big" className={styles['forward']} isDisabled={isBusy} onPress={() => go(forward)}>
            {forward !== 'accept' ? (
              i18n._(stepWords(forward))
            ) : promisedAt === null ? (
              <Trans>Accept</Trans>
            ) : (
              <Trans>Accept for {formats.moment(promisedAt, now)}</Trans>
            )}
            {withKeys ? <KeyCap>A</KeyCap> : null}
          </Button>
        ) : null}
      </div>
    </footer>
  );
}
