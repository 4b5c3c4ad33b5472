import { Trans, useLingui } from '@lingui/react/macro';
import { Ear, TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { sectionAddress } from '../settings/settings-sections.ts';
import { StripBar } from '../shell/StripBar.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { useBellState } from './BellProvider.tsx';
import { useSoundCheck, useSoundCheckActions } from './bell-query.ts';
import { SOUND_TROUBLE_WORDS } from './sound-trouble-words.ts';
import type { SoundTrouble } from './sound-trouble-words.ts';

/** Asks whether the alarm was heard until somebody answers, and says what is wrong with the sound until it is mended. */
export function SoundCheckBar() {
  const view = useSoundCheck();
  const { sound } = useBellState();
  const offline = useOffline();
  if (!view || offline) return null;
  if (view.askedAt !== null) return <Question />;
  // A sound that waits for a click is asked for already, and one that is not known yet may be there in a moment.
  const known = view.trouble === 'no-screen' ? sound === 'off' : view.trouble !== null;
  if (view.trouble !== null && known) return <Trouble trouble={view.trouble} />;
  return view.due ? <Due /> : null;
}

function Question() {
  const { check, answer } = useSoundCheckActions();
  const busy = check.isPending || answer.isPending;
  return (
    <StripBar
      icon={Ear}
      tone="strong"
      actions={
        <>
          <Button look="inverse" isDisabled={busy} onPress={() => answer.mutate(true)}>
            <Trans>Yes, I heard it</Trans>
          </Button>
          <Button look="inverse" isDisabled={busy} onPress={() => answer.mutate(false)}>
            <Trans>No</Trans>
          </Button>
          <Button look="inverse" isDisabled={busy} onPress={() => check.mutate()}>
            <Trans>Play it again</Trans>
          </Button>
        </>
      }
    >
      <Trans>Sound check: did you hear the alarm?</Trans>
    </StripBar>
  );
}

function Trouble({ trouble }: { trouble: SoundTrouble }) {
  const { i18n } = useLingui();
  const { check } = useSoundCheckActions();
  const { title, todo } = SOUND_TROUBLE_WORDS[trouble];
  return (
    <StripBar
      icon={TriangleAlert}
      tone="bad"
      actions={
        // At volume zero an alarm would prove nothing.
        trouble === 'no-screen' ? (
          <Link href={sectionAddress('bell')} className={buttonClass({ look: 'inverse' })}>
            <Trans>Open the settings</Trans>
          </Link>
        ) : (
          <Button look="inverse" isDisabled={check.isPending} onPress={() => check.mutate()}>
            <Trans>Play the alarm</Trans>
          </Button>
        )
      }
      more={i18n._(todo)}
    >
      {i18n._(title)}
    </StripBar>
  );
}

function Due() {
  const { check } = useSoundCheckActions();
  return (
    <StripBar
      icon={Ear}
      tone="calm"
      actions={
        <Button isDisabled={check.isPending} onPress={() => check.mutate()}>
          <Trans>Play the alarm</Trans>
        </Button>
      }
    >
      <Trans>Today's sound check: play the alarm and say whether you hear it</Trans>
    </StripBar>
  );
}
