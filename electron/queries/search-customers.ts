import type { CustomerHit } from '../../shared/contract/search.ts';
import { foldText } from '../../shared/domain/fold-text.ts';
import type { Reader } from '../store/open-reader.ts';
import { cutAround } from './cut-around.ts';
import { digitsOf } from './digits-of.ts';
import { viewCustomer } from './view-customer.ts';

type Found = { id: number; where: CustomerHit['where']; text: string; wanted: string };

/** Customers in whose names, username, phone number, tags or note a text stands; who wrote last comes first. */
export function searchCustomers(reader: Reader, typed: string, limit: number): { hits: CustomerHit[]; more: boolean } {
  const text = typed.trim().normalize('NFC');
  const wanted = foldText(text);
  if (wanted === '') return { hits: [], more: false };
  const found = new Map<number, Found>();
  const keep = (one: Found) => void (found.has(one.id) || found.set(one.id, one));
  for (const row of reader.customerSearch.all()) {
    const places: [CustomerHit['where'], string | null, string][] = [
      ['called', row.called, text],
      ['name', row.name, text],
      ['username', row.username === null ? null : `@${row.username}`, text],
      ...row.tags.map((tag): [CustomerHit['where'], string, string] => ['tag', tag, text.replace(/^#/, '')]),
      ['note', row.note, text],
    ];
    const place = places.find(([, value, what]) => value !== null && what !== '' && foldText(value).includes(foldText(what)));
    if (place) keep({ id: row.id, where: place[0], text: place[1] ?? '', wanted: place[2] });
  }
  for (const digits of digitsOf(text)) {
    for (const { id, value } of reader.customerSearch.byDigits(digits)) keep({ id, where: 'phone', text: `+${value}`, wanted: digits });
  }
  const all = [...found.values()].map((one) => ({ ...one, chat: reader.customerSearch.newestChat(one.id) }));
  all.sort((a, b) => (b.chat?.last_at ?? 0) - (a.chat?.last_at ?? 0) || a.id - b.id);
  const hits = all.slice(0, limit).map(({ id, where, text: whole, wanted: what, chat }) => ({
    customer: viewCustomer(reader, id),
    conversationId: chat?.id ?? null,
    where,
    ...cutAround(whole, what),
  }));
  return { hits, more: all.length > limit };
}
