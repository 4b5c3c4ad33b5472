import { Trans } from '@lingui/react/macro';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './work.module.css';

type Chosen = Pick<OrderView['fulfilment'], 'kind' | 'address' | 'coordinates'>;

/** What can be taken over with one click: what the customer just wrote, or what they chose the last time. */
export function FulfilmentOffers({ order, isBusy, onFulfil }: { order: OrderView; isBusy: boolean; onFulfil: (chosen: Chosen) => void }) {
  const { kind, address, coordinates, remembered, suggestion } = order.fulfilment;
  const hasPlace = address !== null || coordinates !== null;
  const place = remembered.address ?? remembered.coordinates;
  const isOffered = kind === null ? remembered.kind !== null : kind === 'delivery' && !hasPlace && place !== null;
  return (
    <>
      {suggestion === null || hasPlace || kind === 'pickup' ? null : (
        <div className={styles['offer']}>
          <span>
            <span className={styles['small']}>
              <Trans>The customer wrote</Trans>
            </span>
            <span className={styles['address']} dir="auto">
              {suggestion.text}
            </span>
          </span>
          <Button isDisabled={isBusy} onPress={() => onFulfil({ kind: 'delivery', address: suggestion.text.slice(0, 1000), coordinates: null })}>
            <Trans>Take as the address</Trans>
          </Button>
        </div>
      )}
      {isOffered ? (
        <div className={styles['offer']}>
          <span>
            <span className={styles['small']}>
              <Trans>The last time</Trans>
            </span>
            {kind === null && remembered.kind === 'pickup' ? (
              <Trans>Pick-up</Trans>
            ) : (
              <>
                <Trans>Delivery</Trans>
                {place === null ? null : (
                  <span className={styles['address']} dir="auto">
                    {' · '}
                    {place}
                  </span>
                )}
              </>
            )}
          </span>
          <Button
            isDisabled={isBusy}
            onPress={() =>
              onFulfil(
                remembered.kind === 'pickup' && kind === null
                  ? { kind: 'pickup', address: null, coordinates: null }
                  : { kind: 'delivery', address: remembered.address, coordinates: remembered.coordinates },
              )
            }
          >
            <Trans>The same again</Trans>
          </Button>
        </div>
      ) : null}
    </>
  );
}
