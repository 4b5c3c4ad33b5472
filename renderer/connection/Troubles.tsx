import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import { secretLabel } from '../settings/secret-words.ts';
import { sectionAddress } from '../settings/settings-sections.ts';
import { buttonClass } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';

/** What needs a person, the worst first. */
export function Troubles({ connection }: { connection: ConnectionView }) {
  const { i18n, t } = useLingui();
  const formats = useFormats();
  const say = useSayReason();
  const { disk, webhook, missing } = connection;
  const names = missing.map((name) => (name === 'phoneNumberId' ? t`Phone number id` : i18n._(secretLabel(name))));
  return (
    <>
      {disk === null ? null : (
        <Notice tone="bad" title={say(disk).title}>
          {say(disk).todo}
        </Notice>
      )}
      {webhook.problem === null ? null : (
        <Notice tone="bad" title={say(webhook.problem).title}>
          {say(webhook.problem).todo}
        </Notice>
      )}
      {missing.length === 0 ? null : (
        <Notice
          tone="warn"
          title={<Trans>The real shop is not complete</Trans>}
          actions={
            <Link href={sectionAddress('whatsapp')} className={buttonClass({ look: 'go' })}>
              <Trans>Enter the values</Trans>
            </Link>
          }
        >
          <Trans>Still missing: {formats.list(names)}</Trans>
        </Notice>
      )}
    </>
  );
}
