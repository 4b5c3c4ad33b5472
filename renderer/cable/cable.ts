import type { Api } from '../../shared/contract.ts';

/** One connection to the main side, whichever kind carries it. */
export type Cable = {
  api: Api;
  /** Resolves when the cable is gone; `refused` where the other side asked for proof that we no longer have. */
  closed: Promise<'lost' | 'refused'>;
  close: () => void;
};

/** Opens a cable to a line; null asks for the line that the app opens by itself. */
export type OpenCable = (shop: 'real' | 'practice' | null) => Cable;
