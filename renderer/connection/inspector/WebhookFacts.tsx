import { Trans, useLingui } from '@lingui/react/macro';
import type { InspectedWebhook } from '../../../shared/contract/inspector.ts';
import { fileSize } from '../../chats/kinds/file-size.ts';
import { Fact, FactList } from '../../ui/FactList.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { EventWords } from './EventWords.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';
import { PROOF_WORDS } from './proof-of-webhook-words.ts';
import { useMilliseconds, useMoment } from './use-moment.ts';

/** What is known of a webhook beside its body. */
export function WebhookFacts({ webhook }: { webhook: InspectedWebhook }) {
  const { i18n } = useLingui();
  const { locale, span } = useFormats();
  const moment = useMoment();
  const milliseconds = useMilliseconds();
  const { receivedAt, happenedAt, outcome, why, events, proof, ms, bytes } = webhook;
  return (
    <FactList>
      <Fact name={<Trans>Outcome</Trans>}>
        <OutcomeMark outcome={outcome} />
        {why === null ? null : <small dir="auto">{why}</small>}
      </Fact>
      <Fact name={<Trans>Understood</Trans>}>
        <span>
          <EventWords events={events} />
        </span>
      </Fact>
      <Fact name={<Trans>Arrived</Trans>}>
        <time dateTime={new Date(receivedAt).toISOString()}>{moment(receivedAt)}</time>
        {happenedAt === null ? null : (
          <small>
            <Trans>{span(Math.max(0, receivedAt - happenedAt))} after it happened, by WhatsApp’s clock</Trans>
          </small>
        )}
        <small>{fileSize(bytes, locale)}</small>
      </Fact>
      <Fact name={<Trans>Proof</Trans>}>{proof === null ? <Trans>Not known: it is from before this was kept</Trans> : i18n._(PROOF_WORDS[proof])}</Fact>
      <Fact name={<Trans>Until it was answered</Trans>}>{ms === null ? <Trans>Not known: it came before the program started</Trans> : milliseconds(ms)}</Fact>
    </FactList>
  );
}
