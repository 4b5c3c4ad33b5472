import { Plural, Trans } from '@lingui/react/macro';
import { Fragment } from 'react';
import type { InspectedWebhook } from '../../../shared/contract/inspector.ts';

/** What a webhook was understood to say: "2 messages, 1 order". */
export function EventWords({ events }: { events: InspectedWebhook['events'] }) {
  if (events.length === 0) return <Trans>Nothing in it was understood</Trans>;
  return events.map(({ kind, count }, index) => (
    <Fragment key={kind}>
      {index > 0 ? ', ' : null}
      <Counted kind={kind} count={count} />
    </Fragment>
  ));
}

function Counted({ kind, count }: { kind: string; count: number }) {
  switch (kind) {
    case 'message':
      return <Plural value={count} one="# message" other="# messages" />;
    case 'order':
      return <Plural value={count} one="# order" other="# orders" />;
    case 'reaction':
      return <Plural value={count} one="# reaction" other="# reactions" />;
    case 'edit':
      return <Plural value={count} one="# changed message" other="# changed messages" />;
    case 'deleted':
      return <Plural value={count} one="# deleted message" other="# deleted messages" />;
    case 'tick-sent':
      return <Plural value={count} one="# tick “sent”" other="# ticks “sent”" />;
    case 'tick-delivered':
      return <Plural value={count} one="# tick “delivered”" other="# ticks “delivered”" />;
    case 'tick-read':
      return <Plural value={count} one="# tick “read”" other="# ticks “read”" />;
    case 'tick-played':
      return <Plural value={count} one="# tick “played”" other="# ticks “played”" />;
    case 'tick-failed':
      return <Plural value={count} one="# message that failed" other="# messages that failed" />;
    case 'aliases':
      return <Plural value={count} one="# changed number or id" other="# changed numbers or ids" />;
    case 'phone-name':
      return <Plural value={count} one="# name out of the phone’s address book" other="# names out of the phone’s address book" />;
    case 'meta-test':
      return <Trans>Meta's test</Trans>;
    case 'silent':
      return <Plural value={count} one="# part that changes nothing here" other="# parts that change nothing here" />;
    // What a newer program calls by another name.
    default:
      return (
        <>
          {kind} ×{count}
        </>
      );
  }
}
