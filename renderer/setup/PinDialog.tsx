import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { SetupTroubleNotice } from './SetupTroubleNotice.tsx';
import { useSetupCall } from './use-setup.ts';
import styles from './setup.module.css';

/** Registers the number for the Cloud API; says first what cannot be undone lightly. */
export function PinDialog({ onClose }: { onClose: () => void }) {
  const offline = useOffline();
  const [pin, setPin] = useState('');
  const register = useSetupCall((api, asked: { pin: string }) => api.registerNumber(asked));
  const ready = /^\d{6}$/.test(pin) && !offline && !register.isPending;
  return (
    <DialogFrame title={<Trans>Register the number</Trans>} isOpen isDismissable={!register.isPending} onClose={onClose}>
      <Notice tone="warn" title={<Trans>The number leaves the WhatsApp Business app</Trans>}>
        <Trans>
          A number that is registered here can no longer be used in the app on a phone, unless a provider set it up for both (coexistence). Chats in the app
          stay there. To go back, the number has to be taken out here and entered there anew.
        </Trans>
      </Notice>
      <Form
        className={styles['body'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) register.run({ pin }, { onSuccess: (answer) => answer.ok && onClose() });
        }}
      >
        <TextInput
          label={<Trans>Six digits</Trans>}
          hint={<Trans>The PIN of the number's two-step verification. Where it has none yet, these become it: write them down.</Trans>}
          inputMode="numeric"
          maxLength={6}
          value={pin}
          onChange={(text) => setPin(text.replaceAll(/\D/g, ''))}
        />
        <SetupTroubleNotice trouble={register.trouble} />
        <div className={styles['row']}>
          <Button type="submit" look="go" isDisabled={!ready}>
            {register.isPending ? <Trans>Registering …</Trans> : <Trans>Register</Trans>}
          </Button>
          <Button look="quiet" isDisabled={register.isPending} onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </Form>
    </DialogFrame>
  );
}
