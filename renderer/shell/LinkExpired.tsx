import { Trans } from '@lingui/react/macro';
import { KeyRound } from 'lucide-react';
import { StateScreen } from '../ui/StateScreen.tsx';

/** All that a browser sees without a good link. */
export function LinkExpired() {
  const command = 'npm run headless -- --print-link';
  return (
    <main style={{ blockSize: '100%' }}>
      <StateScreen isWholePage icon={KeyRound} title={<Trans>This link is no longer good.</Trans>}>
        <Trans>
          Print a new one with <code>{command}</code>.
        </Trans>
      </StateScreen>
    </main>
  );
}
