import { useLingui } from '@lingui/react/macro';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { LightAction } from '../../shared/domain/link-proof.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { sectionAddress } from '../settings/settings-sections.ts';
import { useSettings } from '../settings/use-settings.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { ACTION_WORDS } from './light-words.ts';
import { metaPage } from './meta-pages.ts';
import { TakeOverDialog } from './TakeOverDialog.tsx';
import type { LinkDeeds } from './use-link-deeds.ts';

type Props = { action: LightAction; connection: ConnectionView; deeds: LinkDeeds };

const ADDRESSES: Partial<Record<LightAction, string>> = {
  'set-up': '/setup',
  'enter-token': sectionAddress('whatsapp'),
  'enter-secret': sectionAddress('whatsapp'),
  'choose-way-in': sectionAddress('way-in'),
};

/** The one button beside the light's sentence. */
export function LightButton({ action, connection, deeds }: Props) {
  const { i18n } = useLingui();
  const offline = useOffline();
  const appId = useSettings().data?.values.appId ?? '';
  const [asks, setAsks] = useState(false);
  const words = i18n._(ACTION_WORDS[action]);
  const address = ADDRESSES[action];
  if (address !== undefined) {
    return (
      <Link href={address} className={buttonClass({ look: 'go' })}>
        {words}
      </Link>
    );
  }
  if (action === 'open-meta') {
    const { proof, reason } = connection.light;
    return (
      <a href={metaPage(proof, reason, appId)} target="_blank" rel="noopener noreferrer" className={buttonClass({ look: 'go' })}>
        {words} <ExternalLink size={15} aria-hidden="true" />
      </a>
    );
  }
  const act = () => {
    if (action === 'take-over') setAsks(true);
    else if (action === 'register') deeds.register.mutate(false);
    else if (action === 'restart-tunnel') deeds.restart.mutate();
    else deeds.check.mutate();
  };
  return (
    <>
      <Button look="go" isDisabled={offline || deeds.isBusy} onPress={act}>
        {words}
      </Button>
      {asks ? <TakeOverDialog connection={connection} deeds={deeds} onClose={() => setAsks(false)} /> : null}
    </>
  );
}
