import type { Reason } from '../../../shared/domain/reason.ts';

/** Why a tunnel does not stand, and who can mend it: time (`retry`), or only a person. */
export type TunnelFault = { reason: Reason; details: string | null; cure: 'retry' | 'person' };

/** What a provider rejects an attempt with: already read. */
export class TunnelTrouble extends Error {
  readonly fault: TunnelFault;

  constructor(reason: Reason, cure: TunnelFault['cure'], details: string | null = null) {
    super(reason);
    this.fault = { reason, cure, details };
  }
}

/** The fault of an attempt by a program; whatever else was thrown counts as no network. */
export function readTrouble(error: unknown): TunnelFault {
  if (error instanceof TunnelTrouble) return error.fault;
  return { reason: 'tunnel-network', cure: 'retry', details: tidyDetails(error instanceof Error ? error.message : String(error), null) };
}

/** One line of bounded length, without the secret: some providers repeat it in what they say. Null for an empty one. */
export function tidyDetails(text: string, secret: string | null): string | null {
  const without = secret === null || secret === '' ? text : text.replaceAll(secret, '…');
  return without.replaceAll(/\s+/g, ' ').trim().slice(0, 300) || null;
}
