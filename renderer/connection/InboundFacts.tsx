import { Plural, Trans } from '@lingui/react/macro';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Fact, FactList } from '../ui/FactList.tsx';
import { TimeAgo } from '../ui/TimeAgo.tsx';
import { useNow } from '../ui/use-now.ts';

/** A clock that is further off than this is worth a word, ms. */
const SKEW_WORTH_SAYING = 60_000;

/** What WhatsApp delivered, and what was turned away at the door. */
export function InboundFacts({ connection }: { connection: ConnectionView }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const { refused, unread, clockSkew } = connection;
  return (
    <FactList>
      <Fact name={<Trans>Last webhook</Trans>}>
        {connection.lastWebhookAt === null ? <Trans>none yet</Trans> : <TimeAgo at={connection.lastWebhookAt} />}
        <small>
          <Plural value={connection.webhooksToday} one="# today" other="# today" />
        </small>
      </Fact>
      <Fact name={<Trans>Meta's test</Trans>}>
        {connection.metaTestAt === null ? (
          <small>
            <Trans>Not arrived. Meta's dashboard has a “Test” button beside each webhook field.</Trans>
          </small>
        ) : (
          <Trans>Meta's test arrived, {formats.moment(connection.metaTestAt, now)}</Trans>
        )}
      </Fact>
      <Fact name={<Trans>Turned away</Trans>}>
        {refused.count}
        <small>
          {refused.count === 0 ? (
            <Trans>Nobody came without the right signature.</Trans>
          ) : (
            <>
              {refused.lastWhy === 'missing' ? (
                <Trans>The last one bore no signature; nothing of it is kept.</Trans>
              ) : refused.lastWhy === 'malformed' ? (
                <Trans>The last one bore something that is no signature; nothing of it is kept.</Trans>
              ) : (
                <Trans>The signature of the last one was made with another secret; nothing of it is kept.</Trans>
              )}{' '}
              {refused.likeMeta === 0 ? (
                <Trans>None of them called itself Meta: strangers try every public address.</Trans>
              ) : (
                <Plural
                  value={refused.likeMeta}
                  one="# called itself Meta: if it is, the app secret in the settings is wrong."
                  other="# called themselves Meta: if they are, the app secret in the settings is wrong."
                />
              )}
            </>
          )}
          {refused.lastAt === null ? null : <Trans> Last: {formats.moment(refused.lastAt, now)}.</Trans>}
        </small>
      </Fact>
      <Fact name={<Trans>Kept, but not understood</Trans>}>
        {unread.count}
        {unread.count === 0 ? null : (
          <small>
            <Trans>They are read again after an update.</Trans>
            {unread.lastAt === null ? null : <Trans> Last: {formats.moment(unread.lastAt, now)}.</Trans>}
          </small>
        )}
        {unread.lastReason === null ? null : <small dir="ltr">{unread.lastReason}</small>}
      </Fact>
      <Fact name={<Trans>Ticks without a message</Trans>}>
        {connection.parkedTicks}
        {connection.parkedTicks === 0 ? null : (
          <small>
            <Trans>They belong to messages that were sent by another program, or not yet by this one.</Trans>
          </small>
        )}
      </Fact>
      {clockSkew !== null && Math.abs(clockSkew) >= SKEW_WORTH_SAYING ? (
        <Fact name={<Trans>This computer's clock</Trans>}>
          {clockSkew > 0 ? <Trans>{formats.span(clockSkew)} ahead</Trans> : <Trans>{formats.span(-clockSkew)} behind</Trans>}
          <small>
            <Trans>Let the system set it by itself.</Trans>
          </small>
        </Fact>
      ) : null}
    </FactList>
  );
}
