import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { SetupView } from '../../shared/contract/setup.ts';
import type { ProofKind } from '../../shared/domain/link-proof.ts';

export const STEPS = ['token', 'secret', 'way-in', 'register', 'needs', 'rehearsal'] as const;
export type StepKind = (typeof STEPS)[number];
/** `open`: not begun or under way; `done`: proved; `trouble`: something is the matter. */
export type StepState = 'open' | 'done' | 'trouble';

export const STEP_NAMES: Record<StepKind, MessageDescriptor> = {
  token: msg`The access token`,
  secret: msg`The app secret`,
  'way-in': msg`The way in`,
  register: msg`Register at Meta`,
  needs: msg`What an order needs`,
  rehearsal: msg`The rehearsal`,
};

/** How far each step is, by what is known now; what a press on its button has just come to is the step's own. @param connection undefined: not asked yet */
export function stepStates(setup: SetupView, connection: ConnectionView | undefined): Record<StepKind, StepState> {
  const real = connection?.shop === 'real' ? connection : null;
  const proof = (kind: ProofKind) => real?.proofs.find((one) => one.kind === kind)?.state;
  const { token, chosen, secret, requirements } = setup;
  const isChosen = chosen.phoneNumberId !== '';
  // Meta tells by no call whether the app is live.
  const told = requirements.filter(({ kind, state }) => kind !== 'app-live' || state !== 'unknown');
  const decide = (done: boolean, trouble: boolean): StepState => (trouble ? 'trouble' : done ? 'done' : 'open');
  return {
    token: token === null ? decide(isChosen && proof('token') === 'good', proof('token') === 'bad') : decide(isChosen, token.reason !== null),
    secret: decide(secret.state === 'proved', secret.state === 'wrong'),
    'way-in': decide(real?.tunnel.state === 'up' && proof('loop') === 'good', real?.tunnel.state === 'failed' || proof('loop') === 'bad'),
    // Before this shop has registered, another address at Meta is none of its troubles.
    register: decide(proof('callback') === 'good' && proof('subscribed') === 'good', real?.registered !== null && proof('callback') === 'bad'),
    needs: decide(
      told.length > 0 && told.every(({ state }) => state === 'good'),
      requirements.some(({ state }) => state === 'bad'),
    ),
    rehearsal: decide(setup.rehearsedAt !== null, false),
  };
}
