import { Trans } from '@lingui/react/macro';
import { VolumeX } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { StripBar } from '../shell/StripBar.tsx';
import { useBell, useBellState } from './BellProvider.tsx';

/** A browser lets a page be heard only after it was touched: this asks for the touch. */
export function SoundBar() {
  const bell = useBell();
  const { sound } = useBellState();
  if (sound !== 'blocked') return null;
  return (
    <StripBar
      icon={VolumeX}
      tone="strong"
      actions={
        <Button look="inverse" onPress={() => void bell.test()}>
          <Trans>Turn the sound on</Trans>
        </Button>
      }
    >
      <Trans>Sound is off until you click once here</Trans>
    </StripBar>
  );
}
