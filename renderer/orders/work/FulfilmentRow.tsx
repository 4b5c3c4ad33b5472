import { Trans, useLingui } from '@lingui/react/macro';
import { MapPin } from 'lucide-react';
import { useState } from 'react';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import { useRequestId } from '../../ui/use-request-id.ts';
import { AddressDialog } from './AddressDialog.tsx';
import { canAsk } from './can-ask.ts';
import { CannotAsk } from './CannotAsk.tsx';
import { FulfilmentOffers } from './FulfilmentOffers.tsx';
import { useOrderChange } from './use-order-change.ts';
import { WorkRow } from './WorkRow.tsx';
import styles from './work.module.css';

/** How the customer gets it, and where to; asked in the chat, taken from the last time, or typed. */
export function FulfilmentRow({ order, isClosed }: { order: OrderView; isClosed: boolean }) {
  const { t } = useLingui();
  const change = useOrderChange(order.id);
  const request = useRequestId();
  const [isEditing, setEditing] = useState(false);
  const { kind, address, coordinates, kindAskedAt, addressAskedAt } = order.fulfilment;
  const needsPlace = kind === 'delivery' && address === null && coordinates === null;
  const askable = canAsk(order) === 'yes';
  const ask = (what: 'fulfilment' | 'address', how: 'buttons' | 'location' | 'text') =>
    change.run((orders) => orders.ask({ orderId: order.id, what, how, requestId: request.of({ what, how }) }), { onAnswer: request.answered });
  const choose = (chosen: 'pickup' | 'delivery') =>
    change.run((orders) =>
      orders.fulfil({
        orderId: order.id,
        kind: chosen,
        address: chosen === 'delivery' ? address : null,
        coordinates: chosen === 'delivery' ? coordinates : null,
      }),
    );
  const edit = isClosed ? null : (
    <Button size="small" look="quiet" onPress={() => setEditing(true)}>
      <Trans>Edit</Trans>
    </Button>
  );
  const below = isClosed ? null : (
    <>
      {kind === null ? (
        <div className={styles['buttons']}>
          <Button isDisabled={change.isBusy || !askable} onPress={() => ask('fulfilment', 'buttons')}>
            {kindAskedAt === null ? <Trans>Ask the customer</Trans> : <Trans>Ask again</Trans>}
          </Button>
          <Button isDisabled={change.isBusy} onPress={() => choose('pickup')}>
            <Trans>Pick-up</Trans>
          </Button>
          <Button isDisabled={change.isBusy} onPress={() => choose('delivery')}>
            <Trans>Delivery</Trans>
          </Button>
        </div>
      ) : null}
      {needsPlace ? (
        <div className={styles['buttons']}>
          <Button isDisabled={change.isBusy || !askable} onPress={() => ask('address', 'location')}>
            <Trans>Ask for the location</Trans>
          </Button>
          <Button isDisabled={change.isBusy || !askable} onPress={() => ask('address', 'text')}>
            <Trans>Ask in words</Trans>
          </Button>
          <Button isDisabled={change.isBusy} onPress={() => setEditing(true)}>
            <Trans>Type the address</Trans>
          </Button>
        </div>
      ) : null}
      <FulfilmentOffers order={order} isBusy={change.isBusy} onFulfil={(value) => change.run((orders) => orders.fulfil({ orderId: order.id, ...value }))} />
      {kind === null || needsPlace ? <CannotAsk order={order} /> : null}
    </>
  );
  return (
    <>
      <WorkRow
        icon={MapPin}
        title={<Trans>How it gets there</Trans>}
        actions={kind === null || needsPlace ? null : edit}
        trouble={change.trouble}
        below={below}
      >
        {kind === null ? (
          kindAskedAt === null ? (
            <span className={styles['muted']}>{isClosed ? <Trans>Not known</Trans> : <Trans>Not asked yet</Trans>}</span>
          ) : (
            <Asked at={kindAskedAt} />
          )
        ) : kind === 'pickup' ? (
          <Trans>Pick-up</Trans>
        ) : needsPlace ? (
          <>
            <Trans>Delivery, but where to?</Trans>
            {addressAskedAt === null ? null : <Asked at={addressAskedAt} />}
          </>
        ) : (
          <>
            <Trans>Delivery</Trans>
            {address === null ? null : (
              <div className={styles['address']} dir="auto">
                {address}
              </div>
            )}
            {coordinates === null ? null : (
              <span className={styles['place']}>
                <span dir="ltr">{coordinates}</span>
                <CopyButton text={coordinates} label={t`Copy the coordinates, for a map`} />
              </span>
            )}
          </>
        )}
      </WorkRow>
      {isEditing ? <AddressDialog order={order} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

function Asked({ at }: { at: number }) {
  return (
    <span className={styles['small']}>
      <Trans>
        Asked <TimeAgo at={at} />, no answer yet
      </Trans>
    </span>
  );
}
