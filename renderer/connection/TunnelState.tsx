import { Trans } from '@lingui/react/macro';
import { CircleAlert, CircleCheck, CircleMinus, LoaderCircle } from 'lucide-react';
import type { TunnelView } from '../../shared/contract/connection.ts';
import { SettingsLink } from '../settings/SettingsLink.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSayReason } from '../ui/use-say-reason.ts';
import styles from './TunnelState.module.css';

type Props = { tunnel: TunnelView; isOwn: boolean; answers: boolean; isInSettings?: boolean };

/**
 * How the tunnel stands, why, and what to do.
 * @param isOwn the address is the shop's own: nothing connects here, so nothing is known of it but whether it answers
 * @param answers it was asked, and answered with this shop's own key
 * @param isInSettings the fields in which it is mended stand beside it
 */
export function TunnelState({ tunnel, isOwn, answers, isInSettings = false }: Props) {
  const say = useSayReason();
  const formats = useFormats();
  const now = useNow();
  switch (tunnel.state) {
    case 'off':
      return (
        <span className={styles['state']} data-tone="none">
          <CircleMinus size={18} aria-hidden="true" />
          <Trans>Off</Trans>
        </span>
      );
    case 'connecting':
      return (
        <span className={styles['state']} data-tone="none">
          <LoaderCircle size={18} aria-hidden="true" />
          <Trans>Connecting for {formats.span(now - tunnel.since)}</Trans>
        </span>
      );
    case 'up':
      if (isOwn && !answers) {
        return (
          <span className={styles['state']} data-tone="none">
            <CircleMinus size={18} aria-hidden="true" />
            <Trans>Entered; not proved that it leads here</Trans>
          </span>
        );
      }
      return (
        <span className={styles['state']} data-tone="good">
          <CircleCheck size={18} aria-hidden="true" />
          {isOwn ? <Trans>Leads here</Trans> : <Trans>Up since {formats.moment(tunnel.since, now)}</Trans>}
        </span>
      );
    case 'down':
    case 'failed': {
      const { title, todo } = say(tunnel.reason);
      return (
        <span className={styles['block']}>
          <span className={styles['state']} data-tone="bad">
            <CircleAlert size={18} aria-hidden="true" />
            {tunnel.state === 'down' ? <Trans>Down: {title}</Trans> : <Trans>Stopped: {title}</Trans>}
          </span>
          <small>
            {todo} {tunnel.state === 'down' ? <Trans>Next try in {formats.span(Math.max(0, tunnel.retryAt - now))}</Trans> : null}
          </small>
          {isInSettings ? null : <SettingsLink reason={tunnel.reason} />}
          {tunnel.details === null ? null : <small dir="ltr">{tunnel.details}</small>}
        </span>
      );
    }
  }
}
