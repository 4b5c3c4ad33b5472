import { Trans } from '@lingui/react/macro';
import type { TokenAtMeta } from '../../shared/contract/setup.ts';
import { Fact, FactList } from '../ui/FactList.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSayReason } from '../ui/use-say-reason.ts';

/** What Meta says of the token: its kind, how long it lives, its app, and what it lacks. */
export function TokenFacts({ token }: { token: TokenAtMeta }) {
  const say = useSayReason();
  const formats = useFormats();
  const now = useNow(60_000);
  const trouble = token.reason === null ? null : say(token.reason);
  return (
    <>
      {trouble ? (
        <Notice tone={token.valid ? 'warn' : 'bad'} title={trouble.title}>
          {trouble.todo}
        </Notice>
      ) : null}
      <FactList>
        <Fact name={<Trans>Kind</Trans>}>
          {token.kind === 'system-user' ? (
            <Trans>of a system user: the right one</Trans>
          ) : token.kind === 'temporary' ? (
            <Trans>temporary, from Meta's dashboard</Trans>
          ) : token.kind === 'user' ? (
            <Trans>of a person: it runs out after some weeks</Trans>
          ) : (
            <Trans>of another kind</Trans>
          )}
        </Fact>
        <Fact name={<Trans>Valid</Trans>}>
          {!token.valid ? (
            <Trans>no</Trans>
          ) : token.expiresAt === null ? (
            <Trans>without an end</Trans>
          ) : (
            <Trans>until {formats.moment(token.expiresAt, now)}</Trans>
          )}
        </Fact>
        {token.appName === null && token.appId === null ? null : (
          <Fact name={<Trans>App</Trans>}>
            {token.appName ?? ''} <small>{token.appId ?? ''}</small>
          </Fact>
        )}
        {token.lacking.length === 0 ? null : (
          <Fact name={<Trans>Permissions it lacks</Trans>}>
            <code dir="ltr">{token.lacking.join(', ')}</code>
          </Fact>
        )}
      </FactList>
    </>
  );
}
