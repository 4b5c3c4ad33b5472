import { CAST, type Role } from './cast.ts';

export type Customer = Role & {
  userId: string;
  /** ms since epoch: when this person last wrote, which opens the 24 h window. */
  wroteAt: number;
  /** Orders sent since the shop last wrote to this person. */
  unanswered: number;
  /** What the person did last and has not yet thanked for. */
  expects: 'nothing' | 'an answer';
};

export type Customers = {
  readonly all: readonly Customer[];
  /** Whom a send is addressed to; `to` wins over `recipient`, as with Meta. Null: nobody of the cast. */
  find(address: { to?: string | undefined; recipient?: string | undefined }): Customer | null;
};

/** The digits that stand for a person in message ids. */
export function addressOf(customer: Customer): string {
  return customer.phone ?? customer.idBase.slice(0, 11);
}

/**
 * The cast at the start of a run. Everybody counts as having written just now: what was written before this program started is not known
 * here, while the shop's file does know it, and may well answer within its window.
 * @param now ms since epoch
 */
export function keepCustomers(now: number): Customers {
  const all = CAST.map((role): Customer => ({
    ...role,
    userId: `${role.country}.${role.idBase}${role.idEnd}`,
    wroteAt: now,
    unanswered: 0,
    expects: 'nothing',
  }));
  return {
    all,
    find: ({ to, recipient }) => {
      if (to !== undefined) {
        const digits = to.replaceAll(/\D/g, '');
        return all.find((customer) => customer.phone === digits) ?? null;
      }
      // An id of an earlier run, or from before a rotation, still leads to its person.
      return all.find((customer) => recipient?.slice(0, -4) === `${customer.country}.${customer.idBase}`) ?? null;
    },
  };
}
