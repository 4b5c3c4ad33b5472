import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Fact, FactList } from '../ui/FactList.tsx';
import { RegisteredFact } from './RegisteredFact.tsx';
import { TunnelState } from './TunnelState.tsx';

/** The tunnel and the addresses at its two ends. */
export function TunnelFacts({ connection }: { connection: ConnectionView }) {
  const { t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const offline = useOffline();
  const restart = useMutation({
    mutationFn: () => api.connection.restartTunnel(),
    onSuccess: (view) => queries.setQueryData(queryKeys.connection, view),
  });
  const { callbackUrl, webhook } = connection;
  const answers = connection.proofs.some(({ kind, state }) => kind === 'loop' && state === 'good');
  const practice = connection.shop === 'practice';
  const tunnelKind = practice ? 'practice' : connection.tunnelKind;
  const kinds = {
    none: t`none`,
    own: t`my own address`,
    ngrok: 'ngrok',
    cloudflared: 'Cloudflare',
    tailscale: 'Tailscale Funnel',
    practice: t`practice line, on this computer alone`,
  };
  return (
    <FactList>
      <Fact name={<Trans>Tunnel</Trans>}>
        <span>{kinds[tunnelKind]}</span>
        {tunnelKind === 'none' || practice ? null : <TunnelState tunnel={connection.tunnel} isOwn={tunnelKind === 'own'} answers={answers} />}
        {tunnelKind !== 'none' && !practice ? (
          <Button size="small" isDisabled={offline || restart.isPending} onPress={() => restart.mutate()}>
            <RefreshCw size={15} aria-hidden="true" />
            <Trans>Start anew</Trans>
          </Button>
        ) : null}
      </Fact>
      <Fact name={<Trans>Callback URL for Meta</Trans>}>
        {practice ? (
          <small>
            <Trans>Not needed: the practice customers know the way.</Trans>
          </small>
        ) : callbackUrl === null ? (
          <small>
            <Trans>None while the tunnel is not up</Trans>
          </small>
        ) : (
          <>
            <code dir="ltr">{callbackUrl}</code>
            <CopyButton text={callbackUrl} label={t`Copy the callback URL`} />
            <RegisteredFact connection={connection} />
          </>
        )}
      </Fact>
      <Fact name={<Trans>Webhook server here</Trans>}>
        {webhook.localUrl === null ? <Trans>does not listen</Trans> : <code dir="ltr">{webhook.localUrl}</code>}
        {webhook.onprem ? (
          <small>
            <Trans>also takes the On-Premises shape</Trans>
          </small>
        ) : null}
      </Fact>
    </FactList>
  );
}
