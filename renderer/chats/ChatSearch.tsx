import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { useKeysWithin } from '../keys/use-keys-within.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ChatSearch.module.css';

type Props = { conversationId: number; onShow: (messageId: number) => void; onClose: () => void };

/** So long no key is pressed before it is searched, ms. */
const PAUSE_MS = 200;

/** Looks for words in one chat, and leads from one place to the next: older with Enter, newer with Shift+Enter. */
export function ChatSearch({ conversationId, onShow, onClose }: Props) {
  const { t } = useLingui();
  const api = useApi();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  // Keys may come faster than the page is drawn.
  const index = useRef(-1);
  const [at, setAt] = useState(-1);
  useEffect(() => {
    const pause = setTimeout(() => setText(typed.trim()), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  const query = useQuery({
    queryKey: [...queryKeys.search, 'chat', conversationId, text],
    queryFn: () => api.search.inChat({ conversationId, text }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const hits = text === '' ? [] : (query.data?.hits ?? []);
  const count = hits.length;
  const place = at + 1;
  const lead = (step: 1 | -1) => {
    const to = index.current + step;
    const hit = hits[to];
    if (!hit) return;
    index.current = to;
    setAt(to);
    onShow(hit.messageId);
    const number = to + 1;
    announce(t`${number} of ${count}: ${hit.text}`, 'polite');
  };
  // Before the view around hears it, for which Escape means "back to the list".
  const bar = useRef<HTMLElement>(null);
  useKeysWithin(bar, (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) lead(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  });
  return (
    <search ref={bar} className={styles['bar']}>
      <Search size={16} aria-hidden="true" className={styles['glass']} />
      <input
        className={styles['input']}
        value={typed}
        maxLength={200}
        placeholder={t`Search in this chat`}
        aria-label={t`Search in this chat`}
        autoComplete="off"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field appears because somebody asked for it
        autoFocus
        onChange={(event) => {
          index.current = -1;
          setAt(-1);
          setTyped(event.target.value);
        }}
      />
      <output className={styles['count']}>
        {text === '' ? null : query.isError ? (
          <Trans>The search did not work</Trans>
        ) : query.isPending ? (
          <Trans>Searching …</Trans>
        ) : count === 0 ? (
          <Trans>Nothing found</Trans>
        ) : at < 0 ? (
          <Trans>{count} found</Trans>
        ) : (
          <Trans>
            {place} of {count}
          </Trans>
        )}
      </output>
      <Button look="quiet" size="icon" aria-label={t`Older place`} isDisabled={at + 1 >= count} onPress={() => lead(1)}>
        <ChevronUp size={18} aria-hidden="true" />
      </Button>
      <Button look="quiet" size="icon" aria-label={t`Newer place`} isDisabled={at <= 0} onPress={() => lead(-1)}>
        <ChevronDown size={18} aria-hidden="true" />
      </Button>
      <Button look="quiet" size="icon" aria-label={t`Close the search`} onPress={onClose}>
        <X size={18} aria-hidden="true" />
      </Button>
    </search>
  );
}
