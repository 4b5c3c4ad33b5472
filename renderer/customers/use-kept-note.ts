import { useEffect, useEffectEvent, useState } from 'react';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { useApi, useAppView, useOffline } from '../cable/ConnectionProvider.tsx';
import { adoptNote, dropStored, keepNote, openNote } from './kept-note.ts';

/** How long nothing is typed until it is stored, ms. */
const REST_MS = 1000;
/** Until it is tried again where it was not stored, ms. */
const AGAIN_MS = 5000;

/** Under which name a text about a customer is kept here: two lines may have a customer of the same id. */
export function useNoteKey(customerId: number): string {
  return `${useAppView()?.shop ?? ''} ${customerId}`;
}

/** The note of a customer: stored when one rests, leaves the field, the customer or the page; kept here until it is. `trouble`: it was not stored. */
export function useKeptNote(view: CustomerView) {
  const api = useApi();
  const offline = useOffline();
  const customerId = view.customer.id;
  const key = useNoteKey(customerId);
  const [note, setNote] = useState(() => openNote(key, view.note));
  const [trouble, setTrouble] = useState(0);
  if (note.seen !== view.note) setNote(adoptNote(note, view.note));
  const { text } = note;
  const isNewer = text !== note.saved;
  const save = useEffectEvent((written: string) => {
    keepNote(key, note);
    api.customers.save({ customerId, note: written }).then(
      (answer) => {
        if (!answer.ok && answer.reason !== 'not-found') return setTrouble((times) => times + 1);
        dropStored(key, written);
        setTrouble(0);
        return setNote((now) => ({ ...now, saved: written }));
      },
      () => setTrouble((times) => times + 1),
    );
  });
  useEffect(() => {
    if (!isNewer || offline) return undefined;
    const timer = setTimeout(() => save(text), trouble > 0 ? AGAIN_MS : REST_MS);
    return () => clearTimeout(timer);
  }, [isNewer, text, offline, trouble]);
  const leave = useEffectEvent((beyondPage: boolean) => {
    if (!isNewer) return;
    if (!offline) save(text);
    keepNote(key, note, beyondPage);
  });
  useEffect(() => () => leave(false), []);
  // A window that is closed, and a page that is loaded anew, tell nobody but this.
  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') leave(true);
    };
    document.addEventListener('visibilitychange', hide);
    return () => document.removeEventListener('visibilitychange', hide);
  }, []);
  return {
    text,
    trouble: isNewer && trouble > 0,
    change: (next: string) => setNote((now) => ({ ...now, text: next })),
    store: () => leave(false),
  };
}
