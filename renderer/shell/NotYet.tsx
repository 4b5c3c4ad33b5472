import { Trans } from '@lingui/react/macro';
import { Bell, Unplug } from 'lucide-react';
import { useConnectionState } from '../cable/ConnectionProvider.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';

/** Before the main side has answered for the first time. */
export function NotYet() {
  const { phase } = useConnectionState();
  return (
    <main style={{ blockSize: '100%' }}>
      {phase === 'lost' ? (
        <StateScreen isWholePage icon={Unplug} title={<Trans>Connection to Shopbell lost, trying again</Trans>}>
          <Trans>If this stays, look whether Shopbell still runs on its computer.</Trans>
        </StateScreen>
      ) : (
        <StateScreen isWholePage icon={Bell} title={<Trans>Opening the shop …</Trans>} />
      )}
    </main>
  );
}
