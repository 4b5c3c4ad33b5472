import { Plural, Trans } from '@lingui/react/macro';
import { BellRing } from 'lucide-react';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import { useBell, useBellState } from '../bell/BellProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Fact, FactList } from '../ui/FactList.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Which screens are there, and whether an order would be heard on one of them. */
export function ScreenFacts({ connection }: { connection: ConnectionView }) {
  const bell = useBell();
  const { sound } = useBellState();
  const { connected, soundReady } = connection.screens;
  return (
    <>
      {soundReady === 0 ? (
        <Notice tone="warn" title={<Trans>Nobody hears the bell</Trans>}>
          <Trans>No open screen has its sound ready. Play the ring here, and turn the volume up in the settings.</Trans>
        </Notice>
      ) : null}
      <FactList>
        <Fact name={<Trans>Open screens</Trans>}>
          <Plural value={connected} one="# screen" other="# screens" />
          <small>
            <Plural value={soundReady} one="# has its sound ready" other="# have their sound ready" />
          </small>
        </Fact>
        <Fact name={<Trans>This screen</Trans>}>
          {sound === 'ready' ? (
            <Trans>sound ready</Trans>
          ) : sound === 'off' ? (
            <Trans>the volume is at zero</Trans>
          ) : sound === 'blocked' ? (
            <Trans>sound waits for a click</Trans>
          ) : (
            <Trans>not known yet</Trans>
          )}
          <Button size="small" isDisabled={sound === 'off'} onPress={() => void bell.test()}>
            <BellRing size={15} aria-hidden="true" />
            <Trans>Play the ring</Trans>
          </Button>
        </Fact>
      </FactList>
    </>
  );
}
