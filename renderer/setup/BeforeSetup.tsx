import { Trans } from '@lingui/react/macro';
import { Notice } from '../ui/Notice.tsx';
import styles from './setup.module.css';

/** What has to be there, and the choice that cannot be undone lightly, before anything is pasted. */
export function BeforeSetup() {
  return (
    <>
      <p>
        <Trans>What you need:</Trans>
      </p>
      <ul className={styles['needs']}>
        <li>
          <Trans>a Meta business portfolio with a WhatsApp Business account and a number of its own</Trans>
        </li>
        <li>
          <Trans>an app at developers.facebook.com with the product WhatsApp</Trans>
        </li>
        <li>
          <Trans>an account for the way in: ngrok, Cloudflare or Tailscale, or an address of your own</Trans>
        </li>
      </ul>
      <Notice tone="warn" title={<Trans>Think about the number first</Trans>}>
        <Trans>
          A number registered for the Cloud API leaves the WhatsApp Business app on the phone. Take a number for Shopbell alone, or let a provider set yours up
          for both (coexistence). Until then, try everything in the practice shop.
        </Trans>
      </Notice>
    </>
  );
}
