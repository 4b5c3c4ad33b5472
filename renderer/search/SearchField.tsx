import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { OrderHit } from '../../shared/contract/day-book.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { announce } from '../ui/announce.ts';
import { orderNumber } from '../orders/order-number.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { keepPageHeard } from './keep-page-heard.ts';
import { OrderHitRow } from './OrderHitRow.tsx';
import { useFound } from './use-found.ts';
import { useSearchKey } from './use-search-key.ts';
import styles from './SearchField.module.css';

/** The page's search: what is typed is looked for everywhere in orders; Enter opens the first one found, or the one chosen. */
export function SearchField() {
  const { i18n, t } = useLingui();
  const [typed, setTyped] = useState('');
  const [, navigate] = useLocation();
  const input = useRef<HTMLInputElement>(null);
  /** The words for which Enter came before their answer: it opens the first one found as soon as that is known. */
  const wished = useRef<string | null>(null);
  const offline = useOffline();
  const { text, isCurrent, isError, found } = useFound(typed);
  // What was found for other words stays until the answer comes; where none can come, it would pass for one.
  const hits = typed.trim() === '' || (offline && !isCurrent) ? [] : (found?.hits ?? []);
  useSearchKey(input);

  const count = hits.length;
  const more = found?.more ?? false;
  const manyWords = t`More than ${count} orders found for “${text}”`;
  const countWords = count === 0 ? t`Nothing found for “${text}”` : t`${plural(count, { one: '# order found', other: '# orders found' })} for “${text}”`;
  const said = !isCurrent ? null : more ? manyWords : countWords;
  useEffect(() => {
    if (said !== null) announce(said, 'polite');
  }, [said]);

  const open = (orderId: number) => {
    setTyped('');
    input.current?.blur();
    navigate(`/orders/${orderId}`);
  };
  const openWished = useEffectEvent(open);
  const firstId = isCurrent ? (hits[0]?.orderId ?? null) : null;
  useEffect(() => {
    if (!isCurrent || wished.current === null) return;
    const isWished = wished.current === text;
    wished.current = null;
    if (isWished && firstId !== null) openWished(firstId);
  }, [isCurrent, text, firstId]);
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // The first one clears the field, which closes the list; the next one leaves it.
      if (typed === '') input.current?.blur();
      else setTyped('');
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || input.current?.getAttribute('aria-activedescendant')) return;
    if (firstId === null && (isCurrent || typed.trim() === '')) return;
    event.preventDefault();
    event.stopPropagation();
    if (firstId === null) wished.current = typed.trim();
    else open(firstId);
  };

  return (
    <search className={styles['search']} onKeyDownCapture={pressed} onFocus={() => keepPageHeard(true)} onBlur={() => keepPageHeard(false)}>
      <ComboBox
        aria-label={t`Search orders and customers`}
        className={styles['box'] ?? ''}
        items={hits}
        inputValue={typed}
        selectedKey={null}
        menuTrigger="input"
        allowsCustomValue
        allowsEmptyCollection={typed.trim() !== ''}
        defaultFilter={() => true}
        onInputChange={(next) => {
          wished.current = null;
          setTyped(next);
        }}
        onSelectionChange={(key) => (key === null ? undefined : open(Number(key)))}
      >
        <div className={styles['field']}>
          <Search size={16} aria-hidden="true" className={styles['glass']} />
          <Input
            ref={input}
            className={styles['input'] ?? ''}
            placeholder={t`Search orders and customers`}
            aria-keyshortcuts="Control+K"
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
          />
          <span className={styles['key']}>
            <KeyCap>Ctrl K</KeyCap>
          </span>
        </div>
        <Popover className={styles['popover'] ?? ''} offset={6} placement="bottom start">
          {more ? (
            <p className={styles['more']}>
              <Trans>The newest ones. Type more to find older ones.</Trans>
            </p>
          ) : null}
          <ListBox<OrderHit>
            className={styles['list'] ?? ''}
            renderEmptyState={() => (
              <p className={styles['none']}>
                {offline ? (
                  <Trans>No connection to Shopbell. The search works again as soon as it answers.</Trans>
                ) : isError ? (
                  <Trans>The search did not work. Type on to try again.</Trans>
                ) : isCurrent ? (
                  <Trans>Nothing found. Looked for in numbers, names, phone numbers, articles, notes and addresses.</Trans>
                ) : (
                  <Trans>Searching …</Trans>
                )}
              </p>
            )}
          >
            {(hit) => (
              <ListBoxItem id={hit.orderId} textValue={`${orderNumber(hit.number, i18n)} ${hit.customer.name ?? ''}`} className={styles['item'] ?? ''}>
                <OrderHitRow hit={hit} />
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </search>
  );
}
