import { Trans } from '@lingui/react/macro';
import { Unplug } from 'lucide-react';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { StripBar } from './StripBar.tsx';

/** Says that the cable is down: what is on the screen may be old, and nothing can be done until it stands again. */
export function OfflineBar() {
  const offline = useOffline();
  if (!offline) return null;
  return (
    <StripBar icon={Unplug} tone="bad">
      <Trans>Connection to Shopbell lost, trying again</Trans>
    </StripBar>
  );
}
