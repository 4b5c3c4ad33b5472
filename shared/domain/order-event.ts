/**
 * What can stand in an order's history. Persisted in `order_events.what`: do not rename. `detail` of an event holds, as JSON:
 * - `state`, `undone`: nothing; the states stand in their own columns, the reason in `reason`
 * - `made`: nothing (an order made by hand)
 * - `promised` {at: ms or null}
 * - `paid` {method}, `unpaid` nothing
 * - `fulfilment` {kind, address or null}
 * - `asked` {what: fulfilment, address or revision}
 * - `extra-added`, `extra-removed` {kind, label, minor (decimal text), currency}
 * - `revision-proposed`, `revision-accepted`, `revision-declined`, `revision-applied`, `revision-withdrawn` {revisionId}
 * - `merged` {from: order id}, `merged-into` {into: order id}, `kept` {other: order id}
 * - `told` {step, messageId}, `not-told` {step, reason}, `taken-back` {step}
 * - `printed`, `print-failed` {jobId, reason or null}
 */
export const ORDER_EVENTS = [
  'state',
  'undone',
  'made',
  'promised',
  'paid',
  'unpaid',
  'fulfilment',
  'asked',
  'extra-added',
  'extra-removed',
  'revision-proposed',
  'revision-accepted',
  'revision-declined',
  'revision-applied',
  'revision-withdrawn',
  'merged',
  'merged-into',
  'kept',
  'told',
  'not-told',
  'taken-back',
  'printed',
  'print-failed',
] as const;
export type OrderEventKind = (typeof ORDER_EVENTS)[number];
