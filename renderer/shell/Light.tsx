import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { CircleDashed } from 'lucide-react';
import { Link } from 'wouter';
import { useBellState } from '../bell/BellProvider.tsx';
import { useSoundCheck } from '../bell/bell-query.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useConnectionOptions } from '../connection/connection-query.ts';
import { LIGHT_SHAPES } from '../connection/light-words.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSayReason } from '../ui/use-say-reason.ts';
import { lightOf } from './light-of.ts';
import styles from './Light.module.css';

/** Whether an order sent now would be heard, and how old the proof of it is; always in sight. */
export function Light() {
  const { i18n, t } = useLingui();
  const connection = useQuery(useConnectionOptions()).data;
  const trouble = useSoundCheck()?.trouble;
  const { sound } = useBellState();
  const offline = useOffline();
  const formats = useFormats();
  const say = useSayReason();
  const now = useNow(5000);
  if (!connection || offline) {
    return (
      <span className={styles['light']}>
        <CircleDashed size={20} aria-hidden="true" />
        <span className={styles['words']}>{offline ? <Trans>Not connected</Trans> : <Trans>Asking …</Trans>}</span>
      </span>
    );
  }
  // A page that has just come may be heard in a moment.
  const light = lightOf(connection, trouble === 'no-screen' && sound === 'unknown' ? undefined : trouble);
  const isUnset = connection.shop === 'real' && (connection.missing.length > 0 || connection.light.action === 'set-up');
  const Shape = LIGHT_SHAPES[light.tone];
  const { provedAt, metaAt } = connection.light;
  const more =
    light.why !== null
      ? say(light.why).title
      : light.tone === 'good' && provedAt !== null
        ? t`proved ${formats.ago(provedAt, now)}`
        : metaAt !== null
          ? t`Meta was here ${formats.ago(metaAt, now)}`
          : t`no webhook yet`;
  return (
    <Link
      href={isUnset ? '/setup' : '/connection'}
      className={styles['light']}
      data-tone={light.tone}
      title={isUnset ? t`Open the set-up` : t`Open the connection page`}
    >
      <Shape size={20} strokeWidth={2.4} aria-hidden="true" className={styles['shape']} />
      <span className={styles['words']}>{i18n._(light.words)}</span>
      <small className={styles['more']}>{more}</small>
    </Link>
  );
}
