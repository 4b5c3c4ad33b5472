import { useLingui } from '@lingui/react/macro';
import { Download, Mic, Music, Pause, Play } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MediaView } from '../../../shared/contract/messages.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { keepSpeed, keptSpeed, nextSpeed } from './play-speed.ts';
import { saveAddress } from './save-address.ts';
import { SavedFile } from './SavedFile.tsx';
import styles from './MediaMessage.module.css';

/** A voice note or a sound: play, seek, speed. Where the browser cannot play it (AMR), it can be saved. */
export function AudioPlayer({ media, url, voice }: { media: MediaView; url: string; voice: boolean }) {
  const { t } = useLingui();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState((media.durationMs ?? 0) / 1000);
  const [speed, setSpeed] = useState(keptSpeed);
  const [broken, setBroken] = useState(() => media.mimeType !== null && document.createElement('audio').canPlayType(media.mimeType) === '');
  if (broken) return <SavedFile media={media} url={url} voice={voice} cannotShow />;
  const toggle = () => {
    const element = audio.current;
    if (!element) return;
    if (!element.paused) return element.pause();
    // One voice at a time.
    for (const other of document.querySelectorAll('audio[data-message-audio]')) if (other instanceof HTMLAudioElement && other !== element) other.pause();
    element.playbackRate = speed;
    element.play().catch(() => undefined);
  };
  const faster = () => {
    const next = nextSpeed(speed);
    keepSpeed(next);
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = next;
  };
  const measure = (element: HTMLAudioElement) => {
    if (Number.isFinite(element.duration) && element.duration > 0) setLength(element.duration);
  };
  const label = voice ? t`Voice message` : (media.filename ?? t`Sound`);
  return (
    <fieldset className={styles['player']} aria-label={label}>
      {voice || media.filename === null ? null : (
        <strong className={styles['title']} dir="auto">
          {media.filename}
        </strong>
      )}
      {voice ? <Mic size={16} aria-hidden="true" className={styles['icon']} /> : <Music size={16} aria-hidden="true" className={styles['icon']} />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what a customer says */}
      <audio
        ref={audio}
        data-message-audio=""
        src={url}
        preload="metadata"
        onLoadedMetadata={(event) => measure(event.currentTarget)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onError={() => setBroken(true)}
      />
      <Button look="plain" size="icon" aria-label={playing ? t`Pause` : t`Play`} onPress={toggle}>
        {playing ? <Pause size={18} aria-hidden="true" /> : <Play size={18} aria-hidden="true" />}
      </Button>
      <input
        type="range"
        className={styles['seek']}
        min={0}
        max={Math.max(length, 0.1)}
        step={0.1}
        value={Math.min(at, Math.max(length, 0.1))}
        aria-label={t`Position`}
        aria-valuetext={`${clock(at)} / ${clock(length)}`}
        onChange={(event) => {
          const to = Number(event.currentTarget.value);
          setAt(to);
          if (audio.current) audio.current.currentTime = to;
        }}
      />
      <span className={styles['time']}>{clock(playing || at > 0 ? at : length)}</span>
      <Button look="quiet" size="small" aria-label={t`Speed: ${speed}`} onPress={faster}>
        {speed}×
      </Button>
      <a className={buttonClass({ look: 'quiet', size: 'icon' })} href={saveAddress(url)} download={media.filename ?? ''} aria-label={t`Save ${label}`}>
        <Download size={16} aria-hidden="true" />
      </a>
    </fieldset>
  );
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
