import { Trans } from '@lingui/react/macro';
import { CloudAlert } from 'lucide-react';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from './Button.tsx';
import { StateScreen } from './StateScreen.tsx';

/** A view that could not be had. */
export function Failed({ onRetry }: { onRetry: () => unknown }) {
  const offline = useOffline();
  return (
    <StateScreen
      icon={CloudAlert}
      title={<Trans>This could not be loaded</Trans>}
      actions={
        <Button look="go" isDisabled={offline} onPress={() => void onRetry()}>
          <Trans>Try again</Trans>
        </Button>
      }
    >
      {offline ? <Trans>It comes by itself as soon as Shopbell answers again.</Trans> : <Trans>Nothing is lost. If it fails again, start Shopbell anew.</Trans>}
    </StateScreen>
  );
}
