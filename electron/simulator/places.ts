import type { Language } from './cast.ts';

/** Somewhere a customer may be: WhatsApp sends a bare point for "my location", and words too for a place that was picked from the map. */
export type PracticePlace = { latitude: number; longitude: number; name?: string; address?: string };

/** All at sea or in parks: nobody lives there. */
export const PLACES: readonly PracticePlace[] = [
  { latitude: 54.012345, longitude: 7.891234 },
  { latitude: 53.9, longitude: 7.75, name: 'North pier', address: '3 Harbour Walk, 26000 Seaside' },
  { latitude: 52.514467, longitude: 13.350111, address: 'Grosser Weg 7, 10557 Berlin' },
];

/** What customers write who are asked for an address in words. */
export const ADDRESSES: Readonly<Record<Language, readonly string[]>> = {
  en: ['12 Orchard Lane, second floor, Seaside 26000', '4b Mill Road, Newtown. The bell says “Obi”.'],
  de: ['Lindenweg 7, 12345 Musterstadt – 2. Stock, bitte klingeln', 'Hauptstraße 12 b, 54321 Neustadt'],
  zh: ['海滨路 88 号 5 楼', '果园街 12 号'],
  ar: ['شارع الميناء ١٢، الطابق الثاني', 'طريق البستان 7، الشقة 3'],
};

/** Whether a text of the shop asks for an address, as far as a customer of paper can read. */
export function asksForAddress(body: string): boolean {
  return /address|adresse|地址|عنوان/i.test(body);
}
