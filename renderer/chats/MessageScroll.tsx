import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ArrowDown, MessageSquare } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { MessageView } from '../../shared/contract/messages.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { scrollsByKey } from '../ui/scrolls-by-key.ts';
import { StateScreen } from '../ui/StateScreen.tsx';
import { useNow } from '../ui/use-now.ts';
import { MessageBubble } from './MessageBubble.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';
import { threadRows } from './thread-rows.ts';
import styles from './MessageScroll.module.css';

/** This close to the end counts as being there, px. */
const NEAR_END = 80;
/** This close to the top asks for older messages, px. */
const NEAR_TOP = 1500;

type Props = {
  messages: MessageView[];
  /** The message that is looked for: it stands in the middle at first, and is marked. */
  targetId: number | null;
  hasOlder: boolean;
  isLoadingOlder: boolean;
  onOlder: () => void;
  /** There are newer ones than those given. */
  hasNewer: boolean;
  isLoadingNewer: boolean;
  onNewer: () => void;
  /** Leads to the newest, where they are not among those given. */
  onNewest: () => void;
};

/** The messages, drawn as far as they are in sight. Stays at the end while one is there, and in place while one reads further up. */
export function MessageScroll({ messages, targetId, hasOlder, isLoadingOlder, onOlder, hasNewer, isLoadingNewer, onNewer, onNewest }: Props) {
  // The virtualiser is one changing object: what the compiler would remember of it would be old.
  'use no memo';
  const { t } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  const scroll = useRef<HTMLDivElement>(null);
  const rows = threadRows(messages, formats.dayKey);
  const newestId = messages.at(-1)?.id ?? 0;
  const [seenId, setSeenId] = useState(newestId);
  const [nearEnd, setNearEnd] = useState(targetId === null);
  const atEnd = nearEnd && !hasNewer;
  const targetIndex = targetId === null ? -1 : rows.findIndex((row) => row.message.id === targetId);
  const virtual = useVirtualRows({
    count: rows.length,
    getScrollElement: () => scroll.current,
    getItemKey: (index) => rows[index]?.message.id ?? index,
    estimateSize: (index) => (rows[index]?.startsDay ? 120 : 76),
    overscan: 8,
    paddingStart: 16,
    paddingEnd: 16,
    anchorTo: 'end',
    followOnAppend: !hasNewer,
    scrollEndThreshold: NEAR_END,
    initialOffset: () => (targetId === null ? Number.MAX_SAFE_INTEGER : 0),
  });

  const mounted = useRef(false);
  useEffect(() => {
    if (mounted.current || rows.length === 0) return;
    mounted.current = true;
    if (targetIndex < 0) virtual.scrollToEnd();
    else virtual.scrollToIndex(targetIndex, { align: 'center' });
  }, [rows.length, targetIndex, virtual]);

  const moved = () => {
    const element = scroll.current;
    if (!element) return;
    const end = element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR_END;
    setNearEnd(end);
    if (end && !hasNewer) setSeenId(newestId);
    if (mounted.current && hasNewer && !isLoadingNewer && element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_TOP) onNewer();
    if (element.scrollTop < NEAR_TOP && hasOlder && !isLoadingOlder) onOlder();
  };
  const last = messages.at(-1);
  const ownNewId = last?.direction === 'out' && last.status === 'queued' ? last.id : null;
  // Who is at the end stays there, and what one sends oneself is always shown.
  useEffect(() => {
    if (newestId === ownNewId || atEnd) virtual.scrollToEnd();
  }, [newestId, ownNewId, atEnd, virtual]);
  // The bar that rings takes its room from the thread, and no scrolling tells of that.
  const isEmpty = rows.length === 0;
  useEffect(() => {
    const element = scroll.current;
    if (isEmpty || !element || !atEnd) return;
    const watch = new ResizeObserver(() => virtual.scrollToEnd());
    watch.observe(element);
    return () => watch.disconnect();
  }, [atEnd, isEmpty, virtual]);
  // Whoever is at the very top when a page arrives scrolls no further, and is asked for by nothing else.
  useEffect(() => {
    const element = scroll.current;
    if (mounted.current && element && element.scrollTop < NEAR_TOP && hasOlder && !isLoadingOlder) onOlder();
  });
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
                <MessageBubble message={row.message} />
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
