import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { SetupTroubleNotice } from './SetupTroubleNotice.tsx';
import { useSetupCall } from './use-setup.ts';
import styles from './setup.module.css';

/** Moving to another computer, or leaving: what this shop set at Meta is taken away. Shown only where something was. */
export function LeaveCard({ connection }: { connection: ConnectionView | undefined }) {
  const offline = useOffline();
  const [isSure, setSure] = useState(false);
  const release = useSetupCall((api, _asked: null) => api.release());
  if (!connection?.registered) return null;
  return (
    <Section title={<Trans>Moving to another computer</Trans>}>
      <p>
        <Trans>
          On the new computer, go through these steps and take over; here it is silent from then on. To stop receiving altogether, take this shop's address away
          at Meta.
        </Trans>
      </p>
      <div className={styles['row']}>
        {isSure ? (
          <>
            <Button look="go" isDisabled={offline || release.isPending} onPress={() => release.run(null, { onSettled: () => setSure(false) })}>
              <Trans>Yes, orders will no longer arrive here</Trans>
            </Button>
            <Button look="quiet" isDisabled={release.isPending} onPress={() => setSure(false)}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        ) : (
          <Button isDisabled={offline} onPress={() => setSure(true)}>
            <Trans>Take the address away at Meta</Trans>
          </Button>
        )}
      </div>
      <SetupTroubleNotice trouble={release.trouble} />
    </Section>
  );
}
