import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { ChangeTrouble } from './ChangeTrouble.tsx';
import { useOrderChange } from './use-order-change.ts';
import styles from './form.module.css';

/** Pick-up or delivery, and the address as somebody types it. */
export function AddressDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  return (
    <DialogFrame title={<Trans>How it gets there</Trans>} isOpen onClose={onClose}>
      <AddressForm order={order} onClose={onClose} />
    </DialogFrame>
  );
}

function AddressForm({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { t } = useLingui();
  const change = useOrderChange(order.id);
  const { fulfilment } = order;
  const [kind, setKind] = useState(fulfilment.kind ?? 'delivery');
  const [address, setAddress] = useState(fulfilment.address ?? '');
  const [keepsPlace, setKeepsPlace] = useState(true);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const save = () => {
    const delivered = kind === 'delivery';
    change.run(
      (orders) =>
        orders.fulfil({
          orderId: order.id,
          kind,
          address: delivered && address.trim() !== '' ? address.trim() : null,
          coordinates: delivered && keepsPlace ? fulfilment.coordinates : null,
        }),
      { onDone: onClose },
    );
  };
  return (
    <Form
      className={styles['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Choices
        label={<Trans>The customer gets it by</Trans>}
        value={kind}
        options={[
          { value: 'pickup', words: <Trans>Pick-up</Trans> },
          { value: 'delivery', words: <Trans>Delivery</Trans> },
        ]}
        onChange={setKind}
      />
      {kind === 'delivery' ? (
        <>
          <TextBox
            label={<Trans>Address</Trans>}
            hint={<Trans>It stands on the ticket, and is offered for this customer's next order.</Trans>}
            placeholder={t`Street and number, floor, what the bell says …`}
            value={address}
            maxLength={1000}
            boxRef={box}
            onChange={setAddress}
          />
          {fulfilment.coordinates === null ? null : (
            <Toggle isSelected={keepsPlace} onChange={setKeepsPlace}>
              <Trans>Keep the place that the customer shared: {fulfilment.coordinates}</Trans>
            </Toggle>
          )}
        </>
      ) : null}
      <ChangeTrouble trouble={change.trouble} />
      <div className={styles['foot']}>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button look="go" type="submit" isDisabled={change.isBusy}>
          <Trans>Store</Trans>
        </Button>
      </div>
    </Form>
  );
}
