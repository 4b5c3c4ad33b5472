import { Trans } from '@lingui/react/macro';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { DeedTrouble } from './DeedTrouble.tsx';
import styles from './LightCard.module.css';
import type { LinkDeeds } from './use-link-deeds.ts';

type Props = { connection: ConnectionView; deeds: LinkDeeds; onClose: () => void };

/** Asks before webhooks are taken from another address: there it will be silent. */
export function TakeOverDialog({ connection, deeds, onClose }: Props) {
  const { foreignCallback, light } = connection;
  const { register } = deeds;
  return (
    <DialogFrame title={<Trans>Take over the bell?</Trans>} isOpen isDismissable={!register.isPending} onClose={onClose}>
      <p>
        {light.reason === 'other-shopbell' ? (
          <Trans>Another computer with Shopbell receives this shop's orders now. When you take over, they ring here, and no longer there.</Trans>
        ) : (
          <Trans>Meta sends this shop's webhooks somewhere else now. When you take over, they come here, and no longer there.</Trans>
        )}
      </p>
      {foreignCallback === null ? null : (
        <p>
          <code dir="ltr">{foreignCallback}</code>
        </p>
      )}
      <DeedTrouble deeds={deeds} />
      <div className={styles['foot']}>
        <Button
          look="go"
          isDisabled={register.isPending}
          onPress={() =>
            register.mutate(true, {
              onSuccess: (answer) => {
                if (answer.ok) onClose();
              },
            })
          }
        >
          {register.isPending ? <Trans>Registering …</Trans> : <Trans>Yes, ring here</Trans>}
        </Button>
        <Button look="quiet" isDisabled={register.isPending} onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </DialogFrame>
  );
}
