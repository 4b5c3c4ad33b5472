import { Trans } from '@lingui/react/macro';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { DeedTrouble } from './DeedTrouble.tsx';
import { useLinkDeeds } from './use-link-deeds.ts';

/** Whether the address beside it is the one that Meta was last told, and how to tell it. */
export function RegisteredFact({ connection }: { connection: ConnectionView }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const offline = useOffline();
  const deeds = useLinkDeeds();
  const { registered, callbackUrl } = connection;
  if (registered !== null && registered.callbackUrl === callbackUrl) {
    const at = formats.moment(registered.at, now);
    return (
      <small>
        {registered.level === 'app' ? (
          <Trans>Registered at Meta for the whole app, {at}</Trans>
        ) : registered.level === 'account' ? (
          <Trans>Registered at Meta for the account, {at}</Trans>
        ) : (
          <Trans>Registered at Meta for the number, {at}</Trans>
        )}
        {registered.verifiedAt === null ? null : <Trans>; Meta called it, {formats.moment(registered.verifiedAt, now)}</Trans>}
      </small>
    );
  }
  return (
    <>
      <Button size="small" isDisabled={offline || deeds.isBusy} onPress={() => deeds.register.mutate(false)}>
        {deeds.register.isPending ? <Trans>Registering …</Trans> : <Trans>Register at Meta</Trans>}
      </Button>
      <small>
        <Trans>
          Shopbell tells Meta this address by itself. By hand: at Meta, in your app under WhatsApp, Configuration, with the verify token from the settings.
        </Trans>
      </small>
      <DeedTrouble deeds={deeds} />
    </>
  );
}
