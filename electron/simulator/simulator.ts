import type { Misbehaviour, PracticeAction } from '../../shared/contract/practice.ts';

export type SimulatorOptions = {
  /** Where Meta would post: the webhook server of the practice line. */
  webhookUrl: string;
  appSecret: string;
  accessToken: string;
  phoneNumberId: string;
  /** Same seed, same customers, same carts. */
  seed: number;
  /** Divides every pause of the script; tests use a large one. */
  pace: number;
  now: () => number;
  /** Called with anything surprising: a webhook that was refused, a request that the real API would refuse. */
  report: (line: string) => void;
};

export type Simulator = {
  /** Base URL of the fake Graph API on loopback, without version. */
  readonly graphUrl: string;
  readonly behaviour: Misbehaviour;
  behave(change: Partial<Misbehaviour>): void;
  /** One customer acts now; resolves when the webhook was answered. */
  act(action: PracticeAction): Promise<void>;
  /** Customers act by themselves: the first order within 20 s, later ones at a training pace. */
  script(on: boolean): void;
  readonly scripted: boolean;
  stop(): Promise<void>;
};

export declare function startSimulator(options: SimulatorOptions): Promise<Simulator>;
