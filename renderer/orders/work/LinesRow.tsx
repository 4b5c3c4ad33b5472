import { Trans } from '@lingui/react/macro';
import { PackageMinus } from 'lucide-react';
import { useState } from 'react';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { Button } from '../../ui/Button.tsx';
import { OpenProposal } from './OpenProposal.tsx';
import { ReviseDialog } from './ReviseDialog.tsx';
import { VersionsDialog } from './VersionsDialog.tsx';
import { WorkRow } from './WorkRow.tsx';
import styles from './work.module.css';

/** What was ordered, as far as it was changed since: with the customer's consent or by the shop. */
export function LinesRow({ order, isClosed }: { order: OrderView; isClosed: boolean }) {
  const [shown, setShown] = useState<'revise' | 'versions' | null>(null);
  const open = order.revisions.findLast((revision) => revision.state === 'proposed') ?? null;
  const last = order.revisions.at(-1) ?? null;
  const isChanged = order.lines.some((line) => line.orderedQuantity !== null);
  return (
    <>
      <WorkRow
        icon={PackageMinus}
        title={<Trans>What was ordered</Trans>}
        actions={
          <>
            {order.revisions.length === 0 ? null : (
              <Button size="small" look="quiet" onPress={() => setShown('versions')}>
                <Trans>Versions</Trans>
              </Button>
            )}
            {isClosed || order.lines.length === 0 ? null : (
              <Button size="small" onPress={() => setShown('revise')}>
                <Trans>Something is sold out</Trans>
              </Button>
            )}
          </>
        }
        below={open === null ? null : <OpenProposal order={order} revision={open} />}
      >
        {open !== null ? (
          <Trans>A change is proposed</Trans>
        ) : isChanged ? (
          last?.state === 'accepted' ? (
            <span className={styles['good']}>
              <Trans>Changed, the customer agreed</Trans>
            </span>
          ) : (
            <Trans>Changed by the shop</Trans>
          )
        ) : last?.state === 'declined' ? (
          <span className={styles['bad']}>
            <Trans>The customer declined a change</Trans>
          </span>
        ) : (
          <span className={styles['muted']}>
            <Trans>As ordered</Trans>
          </span>
        )}
      </WorkRow>
      {shown === 'revise' ? <ReviseDialog order={order} onClose={() => setShown(null)} /> : null}
      {shown === 'versions' ? <VersionsDialog order={order} onClose={() => setShown(null)} /> : null}
    </>
  );
}
