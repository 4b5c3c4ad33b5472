import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleDashed, CircleMinus, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { useBellState } from '../bell/BellProvider.tsx';
import { useSoundCheck } from '../bell/bell-query.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useConnectionOptions } from '../connection/connection-query.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { lightOf } from './light-of.ts';
import type { LightTone } from './light-of.ts';
import styles from './Light.module.css';

const shapes: Record<LightTone, LucideIcon> = { good: CircleCheck, busy: LoaderCircle, none: CircleMinus, warn: TriangleAlert, bad: CircleAlert };

/** Says what is known of the way in, and nothing more: the tunnel, the last webhook, whether the bell can be heard. */
export function Light() {
  const { i18n, t } = useLingui();
  const connection = useQuery(useConnectionOptions()).data;
  const trouble = useSoundCheck()?.trouble;
  const { sound } = useBellState();
  const offline = useOffline();
  const formats = useFormats();
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
  const Shape = shapes[light.tone];
  const ago = connection.lastWebhookAt === null ? null : formats.ago(connection.lastWebhookAt, now);
  return (
    <Link href="/connection" className={styles['light']} data-tone={light.tone} title={t`Open the connection page`}>
      <Shape size={20} strokeWidth={2.4} aria-hidden="true" className={styles['shape']} />
      <span className={styles['words']}>{i18n._(light.words)}</span>
      <small className={styles['more']}>{ago === null ? <Trans>no webhook yet</Trans> : <Trans>last webhook {ago}</Trans>}</small>
    </Link>
  );
}
