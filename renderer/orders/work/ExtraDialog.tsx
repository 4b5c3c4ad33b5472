import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { decimalText } from '../../../shared/domain/money.ts';
import type { ExtraKind } from '../../../shared/domain/order.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { AmountInput } from '../../ui/AmountInput.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { PickList } from '../../ui/PickList.tsx';
import { readTypedAmount } from '../../ui/typed-amount.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { useRequestId } from '../../ui/use-request-id.ts';
import { ChangeTrouble } from './ChangeTrouble.tsx';
import { extraWords } from './extra-words.ts';
import { useOrderChange } from './use-order-change.ts';
import { orderNumber } from '../order-number.ts';
import styles from './form.module.css';

/** Adds a fee, a discount or a line to an order. */
export function ExtraDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { i18n } = useLingui();
  return (
    <DialogFrame title={<Trans>Add to order {orderNumber(order.number, i18n)}</Trans>} isOpen onClose={onClose}>
      <ExtraForm order={order} onClose={onClose} />
    </DialogFrame>
  );
}

function ExtraForm({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const change = useOrderChange(order.id);
  const request = useRequestId();
  const shopCurrency = useSettings().data?.values.currency ?? 'EUR';
  const own = [...new Set([...order.totals.map((total) => total.currency), ...order.lines.flatMap((line) => (line.currency === null ? [] : [line.currency]))])];
  const currencies = own.length === 0 ? [shopCurrency] : own;
  const [kind, setKind] = useState<ExtraKind>('fee');
  const [label, setLabel] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [currency, setCurrency] = useState(currencies[0] ?? shopCurrency);
  const [isTried, setTried] = useState(false);
  const amountField = useRef<HTMLInputElement>(null);
  useEffect(() => amountField.current?.focus(), []);
  const words = label ?? i18n._(extraWords(kind));
  const amount = readTypedAmount(typed, formats.locale, currency);
  const isRefused = change.trouble === 'bad-amount';
  const add = () => {
    setTried(true);
    if (amount === null) {
      amountField.current?.focus();
      return;
    }
    const extra = { kind, label: words.trim(), amount: decimalText(amount), currency };
    change.run((orders) => orders.addExtra({ orderId: order.id, ...extra, requestId: request.of(extra) }), { onAnswer: request.answered, onDone: onClose });
  };
  return (
    <Form
      className={styles['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Choices
        label={<Trans>What is it?</Trans>}
        value={kind}
        options={(['fee', 'discount', 'line'] as const).map((value) => ({ value, words: i18n._(extraWords(value)) }))}
        onChange={setKind}
      />
      <div className={styles['pair']}>
        <AmountInput
          label={kind === 'discount' ? <Trans>Amount taken off</Trans> : <Trans>Amount</Trans>}
          value={typed}
          currency={currency}
          isWrong={isRefused || (isTried && amount === null)}
          inputRef={amountField}
          onChange={(text) => {
            if (isRefused) change.reset();
            setTyped(text);
          }}
        />
        <TextInput label={<Trans>Name on order and ticket</Trans>} value={words} maxLength={120} onChange={setLabel} />
        {currencies.length > 1 ? (
          <PickList
            label={<Trans>Currency</Trans>}
            value={currency}
            options={currencies.map((code) => ({ value: code, words: code }))}
            onChange={setCurrency}
          />
        ) : null}
      </div>
      {isRefused ? null : <ChangeTrouble trouble={change.trouble} />}
      <div className={styles['foot']}>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button look="go" type="submit" isDisabled={change.isBusy}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </Form>
  );
}
