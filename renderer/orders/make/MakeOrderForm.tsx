import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useApi, useOffline } from '../../cable/ConnectionProvider.tsx';
import { useConversationOptions } from '../../chats/chat-queries.ts';
import { queryKeys } from '../../feed/query-keys.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { useRequestId } from '../../ui/use-request-id.ts';
import { ChangeTrouble } from '../work/ChangeTrouble.tsx';
import type { Trouble } from '../work/use-order-change.ts';
import { ArticleSearch } from './ArticleSearch.tsx';
import { DraftLines } from './DraftLines.tsx';
import { addArticle, draftCurrency, draftTotals, EMPTY_DRAFT } from './draft-order.ts';
import type { ExtraKind } from '../../../shared/domain/order.ts';
import { MakeOrderCustomer } from './MakeOrderCustomer.tsx';
import { PromiseChips } from '../PromiseChips.tsx';
import { firstPromise, promisedMoment } from '../promised-time.ts';
import { writeOrder } from './write-order.ts';
import styles from './make.module.css';

type Props = { conversationId: number | null; onTouched: () => void; onClose: () => void };

const nowMs = () => Date.now();

/** The form of an order that is made by hand. */
export function MakeOrderForm({ conversationId, onTouched, onClose }: Props) {
  const { t, i18n } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const formats = useFormats();
  const offline = useOffline();
  const [, navigate] = useLocation();
  const request = useRequestId();
  const settings = useSettings().data?.values;
  const chat = useQuery({ ...useConversationOptions(conversationId ?? 0), enabled: conversationId !== null });
  const shop = { currency: settings?.currency ?? 'EUR', locale: formats.locale };
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [customer, setCustomer] = useState({ name: '', phone: '' });
  const [note, setNote] = useState('');
  const [kind, setKind] = useState<'unknown' | 'pickup' | 'delivery'>('unknown');
  const [address, setAddress] = useState('');
  const [promised, setPromised] = useState(() => firstPromise(settings?.promiseMinutes ?? 0));
  const [isTried, setTried] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  useEffect(() => (conversationId === null ? nameField : search).current?.focus(), [conversationId]);
  const make = useMutation({
    mutationFn: (input: Parameters<typeof api.orders.make>[0]) => api.orders.make(input),
    onSuccess: (answer) => {
      request.answered();
      if (!answer.ok) return;
      queries.setQueryData(queryKeys.order(answer.order.id), answer.order);
      void queries.invalidateQueries({ queryKey: queryKeys.board });
      onClose();
      navigate(`/orders/${answer.order.id}`);
    },
  });
  const trouble: Trouble = make.isError ? 'failed' : make.data?.ok === false ? make.data.reason : null;
  const { totals, unclear } = draftTotals(draft, formats.locale, shop.currency);
  const isEmpty = draft.lines.length + draft.extras.filter((extra) => extra.kind === 'line').length === 0;
  const lacksCustomer = conversationId === null && customer.name.trim() === '' && customer.phone.trim() === '';
  const lacksTime = promised.kind === 'clock' && promisedMoment(promised, 0, formats.clock24) === null;
  const wants = isEmpty
    ? t`Choose an article or add a line first.`
    : unclear > 0
      ? t`An amount is missing or is none.`
      : lacksCustomer
        ? t`Write a name or a number first.`
        : lacksTime
          ? t`Which time was promised?`
          : null;
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      onTouched();
      set(value);
    };
  const addExtra = (of: ExtraKind) => {
    const key = crypto.randomUUID();
    change(setDraft)({ ...draft, extras: [...draft.extras, { key, kind: of, label: '', amount: '' }] });
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>(`[data-extra="${key}"]`)?.focus());
  };
  const send = () => {
    setTried(true);
    if (wants !== null || offline || make.isPending) return;
    const order = writeOrder({ conversationId, customer, draft, note, kind: kind === 'unknown' ? null : kind, address }, formats.locale, shop.currency, i18n);
    // The promised time moves on while a call is repeated: it is no part of what the call is known by.
    make.mutate({ ...order, promisedAt: promisedMoment(promised, nowMs(), formats.clock24), requestId: request.of([order, promised]) });
  };
  return (
    <>
      <div className={styles['columns']}>
        <ArticleSearch
          fieldRef={search}
          onAdd={({ product, price }) =>
            change(setDraft)(
              addArticle(draft, { catalogId: product.catalogId, retailerId: product.retailerId, name: product.name ?? product.retailerId, price }, shop),
            )
          }
        />
        <div className={styles['order']}>
          <MakeOrderCustomer
            chat={conversationId === null ? null : (chat.data?.customer ?? null)}
            isByPhone={conversationId === null}
            value={customer}
            nameRef={nameField}
            isWrong={isTried && lacksCustomer}
            onChange={change(setCustomer)}
          />
          <DraftLines draft={draft} shopCurrency={shop.currency} isTried={isTried} onChange={change(setDraft)} />
          <div className={styles['add']}>
            <Button size="small" onPress={() => addExtra('line')}>
              <Trans>Line of your own</Trans>
            </Button>
            <Button size="small" onPress={() => addExtra('fee')}>
              <Trans>Delivery fee</Trans>
            </Button>
            <Button size="small" onPress={() => addExtra('discount')}>
              <Trans>Discount</Trans>
            </Button>
            <span className={styles['hint']}>
              <Trans>in {draftCurrency(draft, shop.currency)}</Trans>
            </span>
          </div>
          <Choices
            label={<Trans>How it gets there</Trans>}
            value={kind}
            options={[
              { value: 'unknown', words: <Trans>Not known yet</Trans> },
              { value: 'pickup', words: <Trans>Pick-up</Trans> },
              { value: 'delivery', words: <Trans>Delivery</Trans> },
            ]}
            onChange={change(setKind)}
          />
          {kind === 'delivery' ? <TextBox label={<Trans>Address</Trans>} rows={2} value={address} maxLength={1000} onChange={change(setAddress)} /> : null}
          <div className={styles['promise']}>
            <span className={styles['label']} aria-hidden="true">
              <Trans>Promised for</Trans>
            </span>
            <PromiseChips choice={promised} own={settings?.promiseMinutes ?? 0} onChoose={change(setPromised)} />
          </div>
          <TextBox label={<Trans>Note</Trans>} rows={2} value={note} maxLength={2000} onChange={change(setNote)} />
        </div>
      </div>
      <div className={styles['foot']}>
        <div className={styles['total']} aria-live="polite">
          <span className={styles['hint']}>
            <Trans>Total</Trans>
          </span>
          <strong>{totals.length === 0 ? '–' : formats.list(totals.map((total) => formats.money(total)))}</strong>
        </div>
        {isTried && wants !== null ? (
          <p role="alert" className={styles['wants']}>
            {wants}
          </p>
        ) : null}
        <ChangeTrouble trouble={trouble} />
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button look="go" isDisabled={offline || make.isPending} onPress={send}>
          <Trans>Make the order</Trans>
        </Button>
      </div>
    </>
  );
}
