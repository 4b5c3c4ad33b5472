import { Trans, useLingui } from '@lingui/react/macro';
import { CircleAlert, CircleCheck, CircleDashed, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { RequirementView, SetupView } from '../../shared/contract/setup.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { metaPage } from '../connection/meta-pages.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { PinDialog } from './PinDialog.tsx';
import { REQUIREMENT_WORDS } from './requirement-words.ts';
import type { StepState } from './setup-steps.ts';
import { SetupStep } from './SetupStep.tsx';
import { SetupTroubleNotice } from './SetupTroubleNotice.tsx';
import { useFirstLook, useSetupCall } from './use-setup.ts';
import styles from './setup.module.css';

const SHAPES = { good: CircleCheck, bad: CircleAlert, unknown: CircleDashed };

type Props = { setup: SetupView; connection: ConnectionView | undefined; known: StepState };

/** What an order needs beyond a connection; what can be done from here is one button. */
export function RequirementStep({ setup, connection, known }: Props) {
  const { i18n, t } = useLingui();
  const offline = useOffline();
  const check = useSetupCall((api, _asked: null) => api.checkRequirements());
  const commerce = useSetupCall((api, asked: { cart?: boolean; visible?: boolean }) => api.setCommerce(asked));
  const [asksPin, setAsksPin] = useState(false);
  const { requirements } = setup;
  const isKnown = setup.token?.valid === true && setup.chosen.phoneNumberId !== '';
  useFirstLook(isKnown && requirements.length === 0 && connection?.shop === 'real' && !offline, () => check.run(null));
  const isOff = offline || check.isPending || commerce.isPending;
  const remedy = (kind: RequirementView['kind']) => {
    switch (kind) {
      case 'cart-on':
        return (
          <Button size="small" isPending={commerce.isPending} isDisabled={offline || check.isPending} onPress={() => commerce.run({ cart: true })}>
            <Trans>Switch on</Trans>
          </Button>
        );
      case 'catalogue-visible':
        return (
          <Button size="small" isPending={commerce.isPending} isDisabled={offline || check.isPending} onPress={() => commerce.run({ visible: true })}>
            <Trans>Show it</Trans>
          </Button>
        );
      case 'number-registered':
        return (
          <Button size="small" isDisabled={isOff} onPress={() => setAsksPin(true)}>
            <Trans>Register …</Trans>
          </Button>
        );
      case 'app-live':
      case 'payment-method':
      case 'catalogue-connected':
        return (
          <a
            href={metaPage(
              kind === 'catalogue-connected' ? 'number' : null,
              kind === 'payment-method' ? 'payment-method' : kind === 'app-live' ? 'app-not-live' : null,
              setup.app.id,
            )}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonClass({ size: 'small' })}
          >
            <Trans>Open at Meta</Trans> <ExternalLink size={14} aria-hidden="true" />
          </a>
        );
    }
  };
  return (
    <SetupStep kind="needs" state={check.trouble === null && commerce.trouble === null ? known : 'trouble'}>
      <p>
        <Trans>
          A connection alone brings no order: customers have to see your catalogue and be able to send a cart. Shopbell looks at Meta what is there.
        </Trans>
      </p>
      {requirements.length === 0 ? null : (
        <ul className={styles['wants']}>
          {requirements.map((want) => {
            const words = REQUIREMENT_WORDS[want.kind];
            const Shape = SHAPES[want.state];
            const stateWords =
              want.state === 'good' ? t`yes` : want.state === 'bad' ? t`no` : want.checkedAt === null ? t`not looked at yet` : t`Meta does not tell`;
            return (
              <li key={want.kind} className={styles['want']} data-state={want.state}>
                <Shape size={20} aria-hidden="true" />
                <span>
                  <strong>{i18n._(words.name)}</strong>: {stateWords}
                  {want.state === 'good' ? null : <small>{i18n._(words.todo)}</small>}
                  {want.details === null || (want.kind === 'number-registered' && want.state === 'good') ? null : <small dir="auto">{want.details}</small>}
                </span>
                {want.state === 'good' ? null : remedy(want.kind)}
              </li>
            );
          })}
        </ul>
      )}
      <div className={styles['row']}>
        <Button isPending={check.isPending} isDisabled={offline || commerce.isPending || setup.chosen.phoneNumberId === ''} onPress={() => check.run(null)}>
          {check.isPending ? <Trans>Asking Meta …</Trans> : requirements.length === 0 ? <Trans>Look at Meta</Trans> : <Trans>Look again</Trans>}
        </Button>
      </div>
      <SetupTroubleNotice trouble={check.trouble ?? commerce.trouble} />
      {asksPin ? <PinDialog onClose={() => setAsksPin(false)} /> : null}
    </SetupStep>
  );
}
