import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { BellRing, Ear } from 'lucide-react';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import { useBell, useBellState } from '../bell/BellProvider.tsx';
import { useSoundCheck, useSoundCheckActions } from '../bell/bell-query.ts';
import { RehearseButton } from '../bell/RehearseButton.tsx';
import { SOUND_TROUBLE_WORDS } from '../bell/sound-trouble-words.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Fact, FactList } from '../ui/FactList.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SoundCheckFacts } from './SoundCheckFacts.tsx';

/** Which screens are there, whether an order would be heard on one of them, and how that was proved. */
export function ScreenFacts({ connection }: { connection: ConnectionView }) {
  const { i18n } = useLingui();
  const bell = useBell();
  const { sound } = useBellState();
  const view = useSoundCheck();
  const { check } = useSoundCheckActions();
  const offline = useOffline();
  const { connected, soundReady } = connection.screens;
  const trouble = view?.trouble ? SOUND_TROUBLE_WORDS[view.trouble] : null;
  return (
    <>
      {trouble ? (
        <Notice tone="warn" title={i18n._(trouble.title)}>
          {i18n._(trouble.todo)}
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
          ) : sound === 'no-output' ? (
            <Trans>no speakers connected</Trans>
          ) : (
            <Trans>not known yet</Trans>
          )}
          <Button size="small" isDisabled={sound === 'off'} onPress={() => void bell.test()}>
            <BellRing size={15} aria-hidden="true" />
            <Trans>Play the ring</Trans>
          </Button>
        </Fact>
        {view ? (
          <SoundCheckFacts
            view={view}
            action={
              <Button size="small" isDisabled={offline || check.isPending} onPress={() => check.mutate()}>
                <Ear size={15} aria-hidden="true" />
                <Trans>Check the sound now</Trans>
              </Button>
            }
          />
        ) : null}
      </FactList>
      <RehearseButton />
    </>
  );
}
