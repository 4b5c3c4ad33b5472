import { Trans, useLingui } from '@lingui/react/macro';
import type { OrderView } from '../../shared/contract/orders.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCorrection } from './use-correction.ts';
import styles from './UndoLine.module.css';

/** After a step was undone of which the customer had been told: the words that put it right, sent only by a person. */
export function CorrectionNotice({ order }: { order: OrderView }) {
  const { t } = useLingui();
  const correction = useCorrection(order);
  if (correction.text === null) return null;
  return (
    <Notice
      tone="warn"
      isLive
      title={<Trans>The customer had been told already. Put it right:</Trans>}
      actions={
        <>
          <Button className={styles['button']} onPress={correction.drop}>
            <Trans>Not needed</Trans>
          </Button>
          {correction.write === null ? (
            <CopyButton text={correction.text} label={t`Copy the text`} />
          ) : (
            <Button className={styles['button']} onPress={correction.write}>
              <Trans>Put it into the chat</Trans>
            </Button>
          )}
        </>
      }
    >
      <q dir="auto">{correction.text}</q>
    </Notice>
  );
}
