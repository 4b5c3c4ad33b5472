import { Trans } from '@lingui/react/macro';
import { MapPin } from 'lucide-react';
import type { MessageContent } from '../../../shared/contract/messages.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { SafeLink } from './SafeLink.tsx';
import styles from './KindCard.module.css';

/** A place: its name, and the way to it. No map is loaded: that would tell a stranger where the customer is. */
export function LocationMessage({ content }: { content: Extract<MessageContent, { kind: 'location' }> }) {
  const { latitude, longitude, name, address } = content;
  const lat = encodeURIComponent(latitude);
  const lon = encodeURIComponent(longitude);
  return (
    <div className={styles['card']}>
      <p className={styles['head']}>
        <MapPin size={20} aria-hidden="true" />
        <strong dir="auto">{name ?? <Trans>Location</Trans>}</strong>
      </p>
      {address === null ? null : <p dir="auto">{address}</p>}
      <p className={styles['small']} dir="ltr">
        {latitude}, {longitude}
      </p>
      <p className={styles['row']}>
        <SafeLink className={buttonClass({ size: 'small' })} href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`}>
          <Trans>Show on the map</Trans>
        </SafeLink>
        <SafeLink className={buttonClass({ size: 'small' })} href={`geo:${lat},${lon}`}>
          <Trans>Open in a map program</Trans>
        </SafeLink>
      </p>
    </div>
  );
}
