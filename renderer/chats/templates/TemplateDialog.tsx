import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { TemplateView } from '../../../shared/contract/answers.ts';
import type { ConversationView } from '../../../shared/contract/chats.ts';
import type { MessageView } from '../../../shared/contract/messages.ts';
import { useApi, useOffline } from '../../cable/ConnectionProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import { useSayReason } from '../../ui/use-say-reason.ts';
import { TemplateFill } from './TemplateFill.tsx';
import { TemplateList } from './TemplateList.tsx';
import { useTemplatesOptions } from './template-queries.ts';
import styles from './TemplateDialog.module.css';

type Props = { conversation: ConversationView; name: string; messages: readonly MessageView[]; onClose: () => void; onSent: () => void };

/** The account's templates: one is chosen, filled, seen as the customer will see it, and sent. */
export function TemplateDialog({ conversation, name, messages, onClose, onSent }: Props) {
  const { t } = useLingui();
  const api = useApi();
  const offline = useOffline();
  const say = useSayReason();
  const query = useQuery(useTemplatesOptions());
  const refresh = useMutation({ mutationFn: () => api.templates.refresh(), onSuccess: () => query.refetch() });
  const [chosen, setChosen] = useState<TemplateView | null>(null);
  const [typed, setTyped] = useState('');
  if (chosen)
    return (
      <TemplateFill
        template={chosen}
        conversation={conversation}
        name={name}
        messages={messages}
        onBack={() => setChosen(null)}
        onClose={onClose}
        onSent={onSent}
      />
    );
  const { templates = [], readAt = null, problem = null, reading = false } = query.data ?? {};
  const wanted = typed.trim().toLocaleLowerCase();
  const shown = templates.filter((template) => `${template.name} ${template.body}`.toLocaleLowerCase().includes(wanted));
  const why = problem === null ? null : say(problem);
  const isReading = reading || refresh.isPending;
  return (
    <DialogFrame title={<Trans>Send a template to {name}</Trans>} isOpen size="middle" onClose={onClose}>
      {query.isPending ? (
        <Skeleton rows={3} height={64} />
      ) : !query.data ? (
        <Failed onRetry={query.refetch} />
      ) : (
        <>
          {why ? (
            <Notice tone="warn" title={<Trans>The templates could not be read: {why.title}</Trans>}>
              {why.todo}
            </Notice>
          ) : null}
          {templates.length > 5 ? <TextInput label={<Trans>Search in the templates</Trans>} value={typed} onChange={setTyped} /> : null}
          {templates.length > 0 ? (
            <>
              <TemplateList templates={shown} onChoose={setChosen} />
              <output className="off-screen">
                <Plural value={shown.length} one="# template" other="# templates" />
              </output>
            </>
          ) : isReading ? (
            <output>
              <Trans>Reading the templates from Meta …</Trans>
            </output>
          ) : (
            <p className={styles['none']}>
              {readAt === null ? (
                <Trans>The templates were not read from Meta yet.</Trans>
              ) : (
                <Trans>The account has no templates. They are written in Meta's WhatsApp Manager, and stand here once Meta has approved them.</Trans>
              )}
            </p>
          )}
        </>
      )}
      <div className={styles['foot']}>
        <span className={styles['read']}>
          {readAt === null ? null : (
            <Trans>
              Read from Meta <TimeAgo at={readAt} />
            </Trans>
          )}
        </span>
        <Button isDisabled={offline || isReading} onPress={() => refresh.mutate()}>
          <RefreshCw size={16} aria-hidden="true" />
          {isReading ? <Trans>Reading …</Trans> : <Trans>Read anew</Trans>}
        </Button>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </DialogFrame>
  );
}
