import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { BellRing, MessageSquare } from 'lucide-react';
import { useState } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useBell } from '../bell/BellProvider.tsx';
import { useAppView, useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { PercentSlider } from '../ui/PercentSlider.tsx';
import { PickList } from '../ui/PickList.tsx';
import { Section } from '../ui/Section.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

const EVERY = [3, 5, 8, 10, 15, 20, 30, 60];
const FOR = [0, 1, 3, 5, 10, 15, 30, 60, 120];

/** How loud, which tones, how often and how long, and what else tells of an arrival. */
export function BellSettings({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const bell = useBell();
  const save = useSaveSettings();
  const offline = useOffline();
  const desktop = useAppView()?.place === 'desktop';
  const { bellVolume, orderTone, chatTone, chatSound, ringEvery, ringFor, notifications } = settings.values;
  const [sliding, setSliding] = useState<number | null>(null);
  const volume = sliding ?? bellVolume;
  const seconds = (value: number) => t`every ${value} seconds`;
  const minutes = (value: number) => (value === 0 ? t`until it is taken` : value === 1 ? t`for a minute` : t`for ${value} minutes`);
  return (
    <Section title={<Trans>Bell</Trans>}>
      <div className={styles['grid']}>
        <div className={styles['secret']}>
          <PercentSlider
            label={<Trans>Volume</Trans>}
            value={volume}
            isDisabled={offline}
            onChange={setSliding}
            onChangeEnd={(value) => save.mutate({ bellVolume: value }, { onSettled: () => setSliding(null) })}
          />
          <span className={volume === 0 ? styles['wrong'] : styles['hint']}>
            {volume === 0 ? <Trans>At zero nobody hears an order on this screen.</Trans> : <Trans>An order rings until somebody takes it.</Trans>}
          </span>
        </div>
        <div className={styles['secret']}>
          <Choices
            label={<Trans>An order sounds like</Trans>}
            value={orderTone}
            isDisabled={offline}
            options={[
              { value: 'bell', words: t`Counter bell` },
              { value: 'chime', words: t`Door chime` },
              { value: 'buzzer', words: t`Kitchen buzzer` },
            ]}
            onChange={(tone) => {
              save.mutate({ orderTone: tone });
              void bell.test({ volume, orderTone: tone });
            }}
          />
          <div className={styles['row']}>
            <Button size="small" isDisabled={volume === 0} onPress={() => void bell.test({ volume })}>
              <BellRing size={15} aria-hidden="true" />
              <Trans>Play the ring</Trans>
            </Button>
          </div>
        </div>
        <PickList
          label={<Trans>While an order waits, it rings</Trans>}
          value={String(ringEvery)}
          isDisabled={offline}
          options={withOwn(EVERY, ringEvery).map((value) => ({ value: String(value), words: seconds(value) }))}
          onChange={(value) => save.mutate({ ringEvery: Number(value) })}
        />
        <PickList
          label={<Trans>It rings for how long</Trans>}
          hint={
            ringFor === 0 ? null : (
              <Plural
                value={ringFor}
                one="After a minute the screen goes on flashing, and it rings every five minutes."
                other="After # minutes the screen goes on flashing, and it rings every five minutes."
              />
            )
          }
          value={String(ringFor)}
          isDisabled={offline}
          options={withOwn(FOR, ringFor).map((value) => ({ value: String(value), words: minutes(value) }))}
          onChange={(value) => save.mutate({ ringFor: Number(value) })}
        />
        <div className={styles['secret']}>
          <Toggle isSelected={chatTone} isDisabled={offline} onChange={(on) => save.mutate({ chatTone: on })}>
            <Trans>Soft tone for chat messages</Trans>
          </Toggle>
          {chatTone ? (
            <>
              <Choices
                label={<Trans>A chat message sounds like</Trans>}
                value={chatSound}
                isDisabled={offline}
                options={[
                  { value: 'soft', words: t`Soft notes` },
                  { value: 'knock', words: t`Knock` },
                ]}
                onChange={(tone) => {
                  save.mutate({ chatSound: tone });
                  void bell.testTone(tone);
                }}
              />
              <div className={styles['row']}>
                <Button size="small" isDisabled={volume === 0} onPress={() => void bell.testTone(chatSound)}>
                  <MessageSquare size={15} aria-hidden="true" />
                  <Trans>Play the tone</Trans>
                </Button>
              </div>
            </>
          ) : null}
        </div>
        {desktop ? (
          <Toggle isSelected={notifications} isDisabled={offline} onChange={(on) => save.mutate({ notifications: on })}>
            <Trans>Notifications of the system</Trans>
          </Toggle>
        ) : null}
      </div>
    </Section>
  );
}

/** The usual values, and the one that is set where it is none of them. */
function withOwn(usual: readonly number[], own: number): number[] {
  return [...new Set([...usual, own])].toSorted((a, b) => a - b);
}
