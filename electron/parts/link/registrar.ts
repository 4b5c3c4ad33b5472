import type { RegisteredView } from '../../../shared/contract/connection.ts';
import type { CallbackLevel, LinkEvent } from '../../../shared/domain/link-proof.ts';
import type { Reason, Refused } from '../../../shared/domain/reason.ts';
import { askCallback, type CallbackOwner } from '../../commands/ask-callback.ts';
import { sameAddress } from '../../commands/read-registration.ts';
import { registerCallback, type RegisterResult } from '../../commands/register-callback.ts';
import { releaseCallback } from '../../commands/release-callback.ts';
import type { GraphAccess } from '../../graph/graph-call.ts';
import type { LinkFacts } from './keep-link-facts.ts';

export type RegistrarOptions = {
  access: () => GraphAccess | null;
  /** As set, or as the token tells it. */
  app: () => { id: string; secret: string | null };
  account: () => { wabaId: string; phoneNumberId: string };
  verifyToken: () => Promise<string>;
  address: () => string | null;
  facts: LinkFacts;
  probeKey: string;
  nonce: () => string;
  tell: (event: LinkEvent, more?: { reason?: Reason | null; details?: string | null }) => void;
  now: () => number;
};

export type Failed = { at: number; reason: Reason; details: string | null };

/** Writes this shop's address down at Meta, and takes it away again; one after the other. */
export function createRegistrar(options: RegistrarOptions) {
  const { facts, tell, now } = options;
  let failed: Failed | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  async function write(level: CallbackLevel, takeOver: boolean): Promise<RegisterResult> {
    const access = options.access();
    if (access === null) return { ok: false, reason: 'not-configured', details: null };
    const before = facts.registered();
    const result = await registerCallback({
      access,
      app: options.app(),
      account: options.account(),
      level,
      callbackUrl: options.address(),
      verifyToken: await options.verifyToken(),
      registered: before,
      takeOver,
      askOwner: options.address() === null ? async () => 'nobody' : askOwner,
      remember: (registered) => facts.setRegistered(registered),
      now,
    });
    failed = result.ok ? null : { at: now(), reason: result.reason, details: result.details };
    if (result.ok) facts.setRegistered(result.registered);
    return result;
  }

  function askOwner(address: string): Promise<CallbackOwner> {
    return askCallback(address, options.probeKey, options.nonce());
  }

  return {
    askOwner,
    /** Why the last try failed; null: it did not, or there was none. */
    failed: (): Failed | null => failed,
    /** What failed has been mended, by whoever it was. */
    forgive: (): void => void (failed = null),
    /** A person asks for it. */
    register: (level: CallbackLevel, takeOver: boolean): Promise<{ ok: true } | Refused> =>
      inTurn(async () => {
        const before = facts.registered();
        const result = await write(level, takeOver);
        if (!result.ok) return { ok: false, reason: result.reason };
        const { callbackUrl } = result.registered;
        const was = result.before;
        const foreign = was !== null && !sameAddress(was, callbackUrl) && (before === null || !sameAddress(was, before.callbackUrl));
        tell(foreign ? 'taken-over' : 'registered', { details: callbackUrl });
        return { ok: true };
      }),
    /** What this shop last set is set again; `event` is what the log then tells. */
    again: (registered: RegisteredView, event: 'registered-again' | 'subscription-restored'): Promise<boolean> =>
      inTurn(async () => {
        const result = await write(registered.level, false);
        if (result.ok) tell(event, { details: result.registered.callbackUrl });
        return result.ok;
      }),
    release: (): Promise<{ ok: true } | Refused> =>
      inTurn(async () => {
        const access = options.access();
        if (access === null) return { ok: false, reason: 'not-configured' } as const;
        const result = await releaseCallback({
          access,
          app: options.app(),
          account: options.account(),
          callbackUrl: options.address(),
          registered: facts.registered(),
        });
        if (!result.ok) return { ok: false, reason: result.reason } as const;
        facts.setRegistered(null);
        failed = null;
        if (result.released) tell('released');
        return { ok: true } as const;
      }),
  };
}
export type Registrar = ReturnType<typeof createRegistrar>;
