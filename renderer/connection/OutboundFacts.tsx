import { Plural, Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { SettingsLink } from '../settings/SettingsLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Fact, FactList } from '../ui/FactList.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';

/** What waits to be sent, and whether the outbox works. */
export function OutboundFacts({ connection }: { connection: ConnectionView }) {
  const api = useApi();
  const queries = useQueryClient();
  const offline = useOffline();
  const say = useSayReason();
  const resume = useMutation({
    mutationFn: () => api.connection.resumeOutbox(),
    onSuccess: (view) => queries.setQueryData(queryKeys.connection, view),
  });
  const { outboxHold: hold } = connection;
  return (
    <>
      {hold === null ? null : (
        <Notice
          tone="warn"
          title={<Trans>No reply goes out: {say(hold).title}</Trans>}
          actions={
            <Button look="go" isDisabled={offline || resume.isPending} onPress={() => resume.mutate()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          {say(hold).todo} <SettingsLink reason={hold} />
        </Notice>
      )}
      <FactList>
        <Fact name={<Trans>Waiting to be sent</Trans>}>
          <Plural value={connection.outboxWaiting} one="# reply" other="# replies" />
        </Fact>
        <Fact name={<Trans>Not known whether sent</Trans>}>
          {connection.unknownMessages}
          {connection.unknownMessages === 0 ? null : (
            <small>
              <Trans>They carry a question mark in their chat; only you can send them again.</Trans>{' '}
              <Link href="/chats">
                <Trans>Go to the chats</Trans>
              </Link>
            </small>
          )}
        </Fact>
      </FactList>
    </>
  );
}
