import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ComboBox, Header, Input, ListBox, ListBoxItem, ListBoxSection, Popover } from 'react-aria-components';
import { useLocation } from 'wouter';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { announce } from '../ui/announce.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { keepPageHeard } from './keep-page-heard.ts';
import { FoundRowView, HEADINGS, textOf } from './FoundRowView.tsx';
import { foundSections } from './found-rows.ts';
import { useFound } from './use-found.ts';
import { useSearchKey } from './use-search-key.ts';
import styles from './SearchField.module.css';

/** The page's search: what is typed is looked for in orders, customers, messages and articles; Enter opens the first one found, or the one chosen. */
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
  const sections = typed.trim() === '' || (offline && !isCurrent) || !found ? [] : foundSections(found);
  const rows = sections.flatMap((section) => section.rows);
  useSearchKey(input);

  const count = rows.length;
  const more = sections.some((section) => section.more);
  const manyWords = t`More than ${count} places found for “${text}”`;
  const countWords = count === 0 ? t`Nothing found for “${text}”` : t`${plural(count, { one: '# place found', other: '# places found' })} for “${text}”`;
  const said = !isCurrent ? null : more ? manyWords : countWords;
  useEffect(() => {
    if (said !== null) announce(said, 'polite');
  }, [said]);

  const open = (to: string) => {
    setTyped('');
    input.current?.blur();
    navigate(to);
  };
  const openWished = useEffectEvent(open);
  const first = isCurrent ? (rows[0]?.to ?? null) : null;
  useEffect(() => {
    if (!isCurrent || wished.current === null) return;
    const isWished = wished.current === text;
    wished.current = null;
    if (isWished && first !== null) openWished(first);
  }, [isCurrent, text, first]);
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // The first one clears the field, which closes the list; the next one leaves it.
      if (typed === '') input.current?.blur();
      else setTyped('');
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || input.current?.getAttribute('aria-activedescendant')) return;
    if (first === null && (isCurrent || typed.trim() === '')) return;
    event.preventDefault();
    event.stopPropagation();
    if (first === null) wished.current = typed.trim();
    else open(first);
  };

  return (
    <search className={styles['search']} onKeyDownCapture={pressed} onFocus={() => keepPageHeard(true)} onBlur={() => keepPageHeard(false)}>
      <ComboBox
        aria-label={t`Search everything`}
        className={styles['box'] ?? ''}
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
        onSelectionChange={(key) => {
          const chosen = rows.find((row) => row.id === key);
          if (chosen) open(chosen.to);
        }}
      >
        <div className={styles['field']}>
          <Search size={16} aria-hidden="true" className={styles['glass']} />
          <Input
            ref={input}
            className={styles['input'] ?? ''}
            placeholder={t`Search orders, customers, messages`}
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
              <Trans>The newest ones of each. Type more to find others.</Trans>
            </p>
          ) : null}
          <ListBox
            className={styles['list'] ?? ''}
            renderEmptyState={() => (
              <p className={styles['none']}>
                {offline ? (
                  <Trans>No connection to Shopbell. The search works again as soon as it answers.</Trans>
                ) : isError ? (
                  <Trans>The search did not work. Type on to try again.</Trans>
                ) : isCurrent ? (
                  <Trans>Nothing found. Looked for in orders, customers, messages and articles.</Trans>
                ) : (
                  <Trans>Searching …</Trans>
                )}
              </p>
            )}
          >
            {sections.map((section) => (
              <ListBoxSection key={section.id} id={section.id}>
                <Header className={styles['heading'] ?? ''}>{i18n._(HEADINGS[section.id])}</Header>
                {section.rows.map((row) => (
                  <ListBoxItem key={row.id} id={row.id} textValue={textOf(row, i18n)} className={styles['item'] ?? ''}>
                    <FoundRowView row={row} />
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
    </search>
  );
}
