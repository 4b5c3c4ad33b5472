import { Trans } from '@lingui/react/macro';
import type { ComputerView } from '../../shared/contract/computer.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useSetAutostart } from './use-computer.ts';

type Props = { autostart: ComputerView['autostart'] };

/** Where the system does not do what the setting says: what is the matter, and a button to ask it once more. */
export function AutostartTrouble({ autostart: { wanted, state, details } }: Props) {
  const offline = useOffline();
  const again = useSetAutostart();
  if (state === 'unknown' || (state !== 'failed' && (state === 'on') === wanted)) return null;
  const button = (
    <Button isDisabled={offline || again.isPending} onPress={() => again.mutate()}>
      {state === 'failed' ? <Trans>Try again</Trans> : wanted ? <Trans>Switch on again</Trans> : <Trans>Switch off again</Trans>}
    </Button>
  );
  if (state === 'failed')
    return (
      <Notice tone="bad" title={<Trans>The system could not be told</Trans>} actions={button} isLive>
        {wanted ? <Trans>Shopbell will not start when somebody logs in.</Trans> : <Trans>Shopbell may still start when somebody logs in.</Trans>}{' '}
        {details === null ? null : <Trans>The system says: {details}</Trans>}
      </Notice>
    );
  return wanted ? (
    <Notice tone="warn" title={<Trans>The system has it switched off</Trans>} actions={button} isLive>
      <Trans>Somebody took Shopbell out of the programs that start at login. After the next restart nothing rings until it is opened.</Trans>
    </Notice>
  ) : (
    <Notice tone="warn" title={<Trans>The system has it switched on</Trans>} actions={button} isLive>
      <Trans>Somebody put Shopbell among the programs that start at login.</Trans>
    </Notice>
  );
}
