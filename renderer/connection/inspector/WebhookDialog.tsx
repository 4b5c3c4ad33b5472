import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useOffline } from '../../cable/ConnectionProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWebhookOptions } from './inspector-queries.ts';
import { NotKept } from './NotKept.tsx';
import { PersonalToggle } from './PersonalToggle.tsx';
import { Replay } from './Replay.tsx';
import { SaveNotice } from './SaveNotice.tsx';
import { ShownJson } from './ShownJson.tsx';
import { useSaveInspected } from './use-save-inspected.ts';
import { WebhookFacts } from './WebhookFacts.tsx';
import styles from './Inspector.module.css';

/** One webhook: what is known of it, its body as it came and as understood, and what can be done with it. */
export function WebhookDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useLingui();
  const offline = useOffline();
  const [isShown, setShown] = useState(false);
  const [side, setSide] = useState<'raw' | 'understood'>('raw');
  const query = useQuery(useWebhookOptions(id, !isShown));
  const save = useSaveInspected((api) => api.inspector.export({ ids: [id] }));
  const sides = { raw: t`As it came`, understood: t`As understood` };
  return (
    <DialogFrame title={<Trans>Webhook {id}</Trans>} isOpen size="wide" onClose={onClose}>
      <div className={styles['dialog']}>
        <PersonalToggle isShown={isShown} onChange={setShown} />
        {query.isPending ? (
          <Skeleton rows={4} height={40} />
        ) : !query.data ? (
          <Failed onRetry={query.refetch} />
        ) : query.data.ok ? (
          <>
            <WebhookFacts webhook={query.data.webhook} />
            <ShownJson
              label={sides[side]}
              text={query.data[side]}
              choice={
                <Choices
                  label={<Trans>Body</Trans>}
                  value={side}
                  options={[
                    { value: 'raw', words: sides.raw },
                    { value: 'understood', words: sides.understood },
                  ]}
                  onChange={setSide}
                />
              }
            />
          </>
        ) : (
          <NotKept reason={query.data.reason} />
        )}
        <Replay id={id} />
        <SaveNotice save={save} />
        <div className={styles['buttons']}>
          <Button isDisabled={offline || save.isPending} onPress={() => save.mutate()}>
            <Download size={16} aria-hidden="true" />
            {save.isPending ? <Trans>Making the file …</Trans> : <Trans>Save as a file, masked</Trans>}
          </Button>
          <Button onPress={onClose}>
            <Trans>Close</Trans>
          </Button>
        </div>
      </div>
    </DialogFrame>
  );
}
