import { useLingui } from '@lingui/react';
import type { Reason } from '../../shared/domain/reason.ts';
import { reasonWords } from '../../shared/wording/reason-words.ts';

/** A reason in the reader's language. */
export function useSayReason(): (reason: Reason) => { title: string; todo: string } {
  const { i18n } = useLingui();
  return (reason) => {
    const words = reasonWords(reason);
    return { title: i18n._(words.title), todo: i18n._(words.todo) };
  };
}
