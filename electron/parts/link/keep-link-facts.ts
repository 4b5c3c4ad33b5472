import type { RegisteredView } from '../../../shared/contract/connection.ts';
import type { TokenTold } from '../../../shared/domain/token-warning.ts';
import type { FactName } from '../../store/facts.ts';
import type { Store } from '../../store/open-store.ts';

/** What of the connection outlives the program. */
export function keepLinkFacts({ facts }: Pick<Store, 'facts'>) {
  const readTime = (name: FactName): number | null => Number(facts.get(name) ?? 0) || null;
  const readJson = (name: FactName): unknown => JSON.parse(facts.get(name) || 'null');
  // Asked at every turn: the file need not be.
  let registered = readJson('registered') as RegisteredView | null;
  let verifiedAt = readTime('meta_verified_at');
  let looped = readJson('looped_at') as { address: string; at: number } | null;
  return {
    /** What this shop last set at Meta; null: nothing. */
    registered: (): RegisteredView | null => registered,
    setRegistered(next: RegisteredView | null): void {
      registered = next;
      facts.set('registered', next === null ? '' : JSON.stringify(next));
    },
    /** When Meta last asked whether this is the callback. */
    verifiedAt: (): number | null => verifiedAt,
    setVerifiedAt(at: number): void {
      verifiedAt = at;
      facts.set('meta_verified_at', String(at));
    },
    /** Whether this address ever answered a call from here; written down once an address. */
    everAnswered: (address: string): boolean => looped?.address === address,
    setAnswered(address: string, at: number): void {
      if (looped?.address === address) return;
      looped = { address, at };
      facts.set('looped_at', JSON.stringify(looped));
    },
    aliveAt: (): number | null => readTime('alive_at'),
    setAliveAt: (at: number): void => facts.set('alive_at', String(at)),
    /** When the way was last seen to stand; null: never. */
    reachableAt: (): number | null => readTime('reachable_at'),
    setReachableAt: (at: number): void => facts.set('reachable_at', String(at)),
    tokenTold: (): TokenTold | null => readJson('token_told') as TokenTold | null,
    setTokenTold: (told: TokenTold): void => facts.set('token_told', JSON.stringify(told)),
  };
}
export type LinkFacts = ReturnType<typeof keepLinkFacts>;
