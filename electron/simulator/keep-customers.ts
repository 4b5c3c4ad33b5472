import { CAST, LATECOMER, type Role } from './cast.ts';

export type Customer = Role & {
  userId: string;
  /** ms since epoch: when this person last wrote, which opens the 24 h window. */
  wroteAt: number;
  /** Orders sent since the shop last wrote to this person. */
  unanswered: number;
  /** Their number is named even where numbers are hidden. */
  shown: boolean;
  /** What the person did last and has not yet thanked for; `an answer to the rest`: they were read, and write on if none comes soon. */
  expects: 'nothing' | 'an answer' | 'an answer to the rest';
};

export type Customers = {
  /** Those who act by themselves. */
  readonly all: readonly Customer[];
  /** Writes old messages only, and so never opens a window. */
  readonly latecomer: Customer;
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
  const person = (role: Role): Customer => ({
    ...role,
    userId: `${role.country}.${role.idBase}${role.idEnd}`,
    wroteAt: now,
    unanswered: 0,
    shown: false,
    expects: 'nothing',
  });
  const all = CAST.map(person);
  const latecomer = { ...person(LATECOMER), wroteAt: 0 };
  const everybody = [...all, latecomer];
  return {
    all,
    latecomer,
    find: ({ to, recipient }) => {
      if (to !== undefined) {
        const digits = to.replaceAll(/\D/g, '');
        return everybody.find((customer) => customer.phone === digits) ?? null;
      }
      // An id of an earlier run, or from before a rotation, still leads to its person.
      return everybody.find((customer) => recipient?.slice(0, -4) === `${customer.country}.${customer.idBase}`) ?? null;
    },
  };
}
