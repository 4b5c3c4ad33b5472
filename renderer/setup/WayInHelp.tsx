import { Trans } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { WhereItStands } from './WhereItStands.tsx';
import styles from './setup.module.css';

type Props = { tunnel: SettingsView['values']['tunnel']; /** Address of the webhook server here; null: not known. */ door: string | null };

/** Which way in to choose, and where its token stands. */
export function WayInHelp({ tunnel, door }: Props) {
  switch (tunnel) {
    case 'none':
      return (
        <ul className={styles['needs']}>
          <li>
            <Trans>Cloudflare, if you have a domain of your own: free of charge, and the address stays.</Trans>
          </li>
          <li>
            <Trans>Tailscale Funnel, if you have none: free of charge, and the address stays.</Trans>
          </li>
          <li>
            <Trans>ngrok is the quickest to set up: no other program to install. For Meta it takes a paid plan.</Trans>
          </li>
          <li>
            <Trans>My own public address, if somebody runs a server or a router for you.</Trans>
          </li>
        </ul>
      );
    case 'ngrok':
      return (
        <WhereItStands
          href="https://dashboard.ngrok.com/get-started/your-authtoken"
          menu={['Setup & Installation', 'Your Authtoken', 'Domains']}
          chosen={1}
          fields={['Copy', 'Domains: New domain']}
        >
          <li>
            <Trans>In ngrok's dashboard, choose “Your Authtoken”.</Trans>
          </li>
          <li>
            <Trans>“Copy”, and paste it here.</Trans>
          </li>
          <li>
            <Trans>Under “Domains” stands your fixed domain, or make one.</Trans>
          </li>
        </WhereItStands>
      );
    case 'cloudflared':
      return (
        <WhereItStands
          href="https://one.dash.cloudflare.com/"
          menu={['Overview', 'Networks › Tunnels', 'Access']}
          chosen={1}
          fields={['Create a tunnel', 'cloudflared … --token eyJ…', 'Public hostname']}
        >
          <li>
            <Trans>In Cloudflare's Zero Trust pages, choose “Networks”, then “Tunnels”.</Trans>
          </li>
          <li>
            <Trans>“Create a tunnel”, of the kind Cloudflared.</Trans>
          </li>
          <li>
            <Trans>It shows a command: copy the long word after “--token”, and paste it here. You need not run the command.</Trans>
          </li>
          <li>
            {door === null ? (
              <Trans>“Public hostname”: a name under your domain, leading to the webhook server of this computer.</Trans>
            ) : (
              <Trans>“Public hostname”: a name under your domain, leading to {door.replace(/\/webhook$/, '')}</Trans>
            )}
          </li>
        </WhereItStands>
      );
    case 'tailscale':
    case 'own':
      return null;
  }
}
