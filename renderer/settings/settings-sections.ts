import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** The settings' sections by the names that their addresses bear (`/settings/printer`), in the order of the page; each group stands apart. */
export const SECTION_GROUPS = [
  [
    { id: 'whatsapp', words: 'WhatsApp' },
    { id: 'way-in', words: msg`The way in` },
  ],
  [
    { id: 'bell', words: msg`Bell` },
    { id: 'hours', words: msg`Hours of the bell` },
    { id: 'sound-check', words: msg`Proof of the bell` },
  ],
  [
    { id: 'chats', words: msg`Chats` },
    { id: 'auto-answers', words: msg`Answers by themselves` },
    { id: 'quick-replies', words: msg`Quick replies` },
  ],
  [
    { id: 'orders', words: msg`Orders` },
    { id: 'told', words: msg`What customers are told` },
    { id: 'printer', words: msg`Printer` },
  ],
  [
    { id: 'shop', words: msg`Shop` },
    { id: 'computer', words: msg`This computer` },
    { id: 'look', words: msg`Look and keys` },
    { id: 'data', words: msg`Data` },
    { id: 'practice', words: msg`Practice shop` },
  ],
] as const satisfies readonly (readonly { id: string; words: MessageDescriptor | string }[])[];

export type SettingsSection = (typeof SECTION_GROUPS)[number][number]['id'];

/** The section that an address names; null for none of them. */
export function readSection(text: string | undefined): SettingsSection | null {
  return SECTION_GROUPS.flat().find(({ id }) => id === text)?.id ?? null;
}

/** Where a section of the settings is found on the page. */
export function sectionAddress(section: SettingsSection): string {
  return `/settings/${section}`;
}
