import { Buffer } from 'node:buffer';
import type { Random } from './seeded-random.ts';

/** Bytes around the phone number and the serial in Meta's own samples, decoded; the number of bytes stands before each. */
const HEAD = [0x1c, 0x18];
const INBOUND = [0x15, 0x02, 0x00, 0x12, 0x18];
const OUTBOUND = [0x15, 0x02, 0x00, 0x11, 0x18];
const INQUIRY = [0x15, 0x02, 0x00, 0x11, 0x18];

function wamid(address: string, middle: readonly number[], serial: string): string {
  const bytes = [...HEAD, address.length, ...Buffer.from(address), ...middle, serial.length, ...Buffer.from(serial), 0x00];
  return `wamid.${Buffer.from(bytes).toString('base64')}`;
}

function hex(random: Random, digits: number): string {
  return Array.from({ length: digits }, () => random.pick([...'0123456789ABCDEF'])).join('');
}

/**
 * A message id as Meta makes them: base64 around the customer's number and a serial.
 * @param address the customer's digits
 */
export function makeWamid(random: Random, address: string, direction: 'in' | 'out'): string {
  return direction === 'in' ? wamid(address, INBOUND, hex(random, 20)) : wamid(address, OUTBOUND, hex(random, 18));
}

/** What stands as the quoted message of a product question: it names no message, and decodes to the text `product_inquiry`. */
export function productInquiryId(address: string): string {
  return wamid(address, INQUIRY, 'product_inquiry');
}

/** Whether a text has the form of a message id that this account can have given or got; a product question's names no message. */
export function isWamid(text: string): boolean {
  const bytes = text.startsWith('wamid.') ? Buffer.from(text.slice(6), 'base64') : Buffer.alloc(0);
  if (text.slice(6) !== bytes.toString('base64') || !HEAD.every((byte, index) => bytes[index] === byte)) return false;
  const middle = HEAD.length + 1 + (bytes[HEAD.length] ?? 0);
  const address = bytes.toString('latin1', HEAD.length + 1, middle);
  const serial = bytes.toString('latin1', middle + INBOUND.length + 1, bytes.length - 1);
  return /^\d{5,20}$/.test(address) && bytes[middle] === INBOUND[0] && serial.length === bytes[middle + INBOUND.length] && /^[0-9A-F]+$/.test(serial);
}

/** `fbtrace_id` of an answer: 23 characters that start with A. */
export function makeTraceId(random: Random): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
  return `A${Array.from({ length: 22 }, () => random.pick([...letters])).join('')}`;
}

/** Decimal digits, for media ids and business-scoped ids. */
export function makeDigits(random: Random, count: number): string {
  return Array.from({ length: count }, () => String(random.int(0, 9))).join('');
}
