import { Plural, Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import styles from './setup.module.css';

/** As much as one call carries. */
const LARGEST = 16 * 1024 * 1024;

/** For whoever comes from the On-Premises API: what changed, and a file of the payloads that were kept there. */
export function OldShapeCard() {
  const api = useApi();
  const offline = useOffline();
  const say = useSayReason();
  const take = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > LARGEST) return { ok: false as const, reason: 'media-too-large' as const };
      return api.setup.importPayloads({ text: await file.text() });
    },
  });
  const refused = take.data?.ok === false ? say(take.data.reason) : null;
  const done = take.data?.ok ? take.data : null;
  return (
    <Section title={<Trans>Coming from the On-Premises API</Trans>}>
      <p>
        <Trans>
          Meta ended it on 23 October 2025: nothing arrives by it any more. Your number, its name and its templates move to the Cloud API; the steps above are
          the way. Files sent earlier and the address of the webhook do not move.
        </Trans>
      </p>
      <p>
        <Trans>
          Payloads that you kept can be read in: a file with one JSON body, a list of them, or one on each line. They become chats and orders of the past and
          ring nowhere.
        </Trans>
      </p>
      <div className={styles['row']}>
        <FileTrigger
          acceptedFileTypes={['.json', '.jsonl', '.ndjson', '.txt', 'application/json']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) take.mutate(file);
          }}
        >
          <Button isDisabled={offline || take.isPending}>
            <FileUp size={16} aria-hidden="true" />
            {take.isPending ? <Trans>Reading …</Trans> : <Trans>Read a file in</Trans>}
          </Button>
        </FileTrigger>
      </div>
      {done ? (
        <Notice tone={done.unread > 0 ? 'warn' : 'good'} isLive title={<Plural value={done.read} one="# webhook was read" other="# webhooks were read" />}>
          <Plural value={done.known} one="# was known already." other="# were known already." />{' '}
          <Plural value={done.unread} one="# could not be understood; it is kept." other="# could not be understood; they are kept." />
        </Notice>
      ) : null}
      {refused || take.isError ? (
        <Notice tone="bad" isLive title={refused ? refused.title : <Trans>Shopbell did not answer</Trans>}>
          {refused ? refused.todo : <Trans>Try it again in a moment.</Trans>}
        </Notice>
      ) : null}
    </Section>
  );
}
