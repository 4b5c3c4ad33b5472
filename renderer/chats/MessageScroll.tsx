import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ArrowDown, MessageSquare } from 'lucide-react';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MessageView } from '../../shared/contract/messages.ts';
import { Button } from '../ui/Button.tsx';
import { useKeysWithin } from '../keys/use-keys-within.ts';
import { classNames } from '../ui/class-names.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { scrollsByKey } from '../ui/scrolls-by-key.ts';
import { StateScreen } from '../ui/StateScreen.tsx';
import { useNow } from '../ui/use-now.ts';
import { MessageBubble } from './MessageBubble.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';
import { estimateRow, threadRows } from './thread-rows.ts';
import styles from './MessageScroll.module.css';

/** This close to the end counts as being there, px. */
const NEAR_END = 80;
/** This close to the top asks for older messages, px. */
const NEAR_TOP = 1500;
/** Of what is in sight, as browsers turn pages. */
const PAGE = 0.875;

type Props = {
  messages: MessageView[];
  /** The message that is looked for: it stands in the middle at first, and is marked. */
  targetId: number | null;
  hasOlder: boolean;
  isLoadingOlder: boolean;
  /** Pages are being asked for: one more question would throw that one away. */
  isLoading: boolean;
  onOlder: () => void;
  /** There are newer ones than those given. */
  hasNewer: boolean;
  onNewer: () => void;
  /** Leads to the newest, where they are not among those given. */
  onNewest: () => void;
  /** What was sent since the chat is open, the newest of it: it is shown as soon as it is there. Null: nothing was. */
  sentId: number | null;
};

/** Scrolling draws the rows anew, and what stands in them stays. */
const Bubble = memo(MessageBubble);

/** What lies below of what is in sight, px. */
const toEnd = ({ scrollHeight, scrollTop, clientHeight }: Element): number => scrollHeight - scrollTop - clientHeight;

/** The messages, drawn as far as they are in sight. Stays at the end while one is there, and in place while one reads further up. */
export function MessageScroll({ messages, targetId, hasOlder, isLoadingOlder, isLoading, onOlder, hasNewer, onNewer, onNewest, sentId }: Props) {
  // The virtualiser is one changing object: what the compiler would remember of it would be old.
  'use no memo';
  const { t } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  const scroll = useRef<HTMLDivElement>(null);
  // Both stay as they are while one scrolls: the virtualiser would else go through all rows at every frame.
  const rows = useMemo(() => threadRows(messages, formats.dayKey), [messages, formats.dayKey]);
  const getItemKey = useCallback((index: number) => rows[index]?.message.id ?? index, [rows]);
  const newestId = messages.at(-1)?.id ?? 0;
  const [seenId, setSeenId] = useState(newestId);
  const [nearEnd, setNearEnd] = useState(targetId === null);
  const atEnd = nearEnd && !hasNewer;
  const targetIndex = targetId === null ? -1 : rows.findIndex((row) => row.message.id === targetId);
  const virtual = useVirtualRows({
    count: rows.length,
    getScrollElement: () => scroll.current,
    getItemKey,
    estimateSize: (index) => (rows[index] ? estimateRow(rows[index]) : 76),
    overscan: 8,
    paddingStart: 16,
    paddingEnd: 16,
    anchorTo: 'end',
    followOnAppend: !hasNewer,
    scrollEndThreshold: NEAR_END,
    initialOffset: () => (targetId === null ? Number.MAX_SAFE_INTEGER : 0),
  });

  const mounted = useRef(false);
  const opening = useRef(true);
  // Drawing measures the rows, which moves the place: it is gone to at each drawing before the first painting, and that shows nothing else.
  useLayoutEffect(() => {
    if (rows.length === 0 || !opening.current) return;
    if (!mounted.current) requestAnimationFrame(() => (opening.current = false));
    mounted.current = true;
    if (targetIndex < 0) virtual.scrollToEnd();
    else virtual.scrollToIndex(targetIndex, { align: 'center' });
  });

  /** Asks for what one comes near to. */
  const askOn = () => {
    const element = scroll.current;
    if (!mounted.current || !element || isLoading) return;
    if (hasNewer && toEnd(element) < NEAR_TOP) onNewer();
    else if (hasOlder && element.scrollTop < NEAR_TOP) onOlder();
  };
  const moved = () => {
    const element = scroll.current;
    if (!element) return;
    // The end of what is here is not the end: who waits there for more must not be led past it.
    const end = !hasNewer && toEnd(element) <= NEAR_END;
    setNearEnd(end);
    if (end) setSeenId(newestId);
    askOn();
  };
  const turn = (pages: 1 | -1) => scroll.current?.scrollBy({ top: pages * PAGE * scroll.current.clientHeight, behavior: 'instant' });
  const leaps: Readonly<Record<string, () => void>> = {
    // Not by the virtualiser: it would hold to the very top while older ones come in above.
    Home: () => scroll.current?.scrollTo({ top: 0, behavior: 'instant' }),
    End: () => (hasNewer ? onNewest() : virtual.scrollToEnd()),
    PageUp: () => turn(-1),
    PageDown: () => turn(1),
  };
  // Chromium's own keys glide, and every row that is measured on the way ends that: one would get stuck far from where the key leads.
  useKeysWithin(scroll, (event) => {
    const go = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? undefined : leaps[event.key];
    if (!go) return;
    event.preventDefault();
    go();
  });
  // Who is at the end stays there, and what one sends oneself is always shown.
  useEffect(() => {
    if (newestId === sentId || atEnd) virtual.scrollToEnd();
  }, [newestId, sentId, atEnd, virtual]);
  // The bar that rings takes its room from the thread, and no scrolling tells of that.
  const isEmpty = rows.length === 0;
  useEffect(() => {
    const element = scroll.current;
    if (isEmpty || !element || !atEnd) return;
    const watch = new ResizeObserver(() => virtual.scrollToEnd());
    watch.observe(element);
    return () => watch.disconnect();
  }, [atEnd, isEmpty, virtual]);
  // Whoever is at the very top or end when a page arrives scrolls no further, and is asked for by nothing else.
  useEffect(askOn);
  useEffect(() => {
    const element = scroll.current;
    if (mounted.current && element && !hasNewer && toEnd(element) <= NEAR_END) setNearEnd(true);
  }, [hasNewer]);
  const unseen = atEnd || hasNewer ? 0 : messages.filter((message) => message.id > seenId && message.direction === 'in').length;

  if (isEmpty) {
    return (
      <StateScreen icon={MessageSquare} title={<Trans>No messages yet</Trans>}>
        <Trans>What the customer writes stands here.</Trans>
      </StateScreen>
    );
  }
  return (
    <div className={styles['frame']}>
      <div ref={scroll} className={styles['scroll']} onScroll={moved} {...scrollsByKey} role="log" aria-label={t`Messages`} aria-live="off">
        {isLoadingOlder ? (
          <output className={styles['older']}>
            <Trans>Loading older messages …</Trans>
          </output>
        ) : null}
        <div className={styles['inner']} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className={classNames(styles['row'], row.joins && styles['joins'], row.message.id === targetId && styles['target'])}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.startsDay ? <span className={styles['day']}>{formats.day(row.message.sentAt, now)}</span> : null}
                <Bubble message={row.message} />
              </div>
            );
          })}
        </div>
      </div>
      {atEnd ? null : (
        <Button size="small" className={styles['pill']} onPress={() => (hasNewer ? onNewest() : virtual.scrollToEnd())}>
          <ArrowDown size={16} aria-hidden="true" />
          {unseen > 0 ? <Plural value={unseen} one="# new message" other="# new messages" /> : <Trans>To the newest</Trans>}
        </Button>
      )}
    </div>
  );
}
