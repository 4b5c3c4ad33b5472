import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { QuickReply } from '../../shared/contract/answers.ts';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { useQuickRepliesOptions } from '../chats/quick/quick-reply-queries.ts';
import { Button } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { languageName } from '../ui/language-name.ts';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { QuickReplyDialog } from './QuickReplyDialog.tsx';
import { RemoveQuickReply } from './RemoveQuickReply.tsx';
import styles from './QuickReplySettings.module.css';

/** Texts that stand ready for the composer, by their shortcuts. */
export function QuickReplySettings({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const api = useApi();
  const offline = useOffline();
  const query = useQuery(useQuickRepliesOptions());
  const [edited, setEdited] = useState<QuickReply | 'new' | null>(null);
  const [removed, setRemoved] = useState<QuickReply | null>(null);
  const remove = useMutation({
    mutationFn: ({ id }: QuickReply) => api.quickReplies.remove({ id }),
    onSuccess: () => {
      setRemoved(null);
      return query.refetch();
    },
  });
  return (
    <Section
      title={<Trans>Quick replies</Trans>}
      hint={<Trans>Texts that stand ready. Type / and the shortcut in a chat; what is in braces is filled in by itself, in the customer's language.</Trans>}
      actions={
        <Button isDisabled={offline || !query.data} onPress={() => setEdited('new')}>
          <Plus size={16} aria-hidden="true" />
          <Trans>New text</Trans>
        </Button>
      }
    >
      {query.isPending ? (
        <Skeleton rows={2} height={48} />
      ) : !query.data ? (
        <Failed onRetry={query.refetch} />
      ) : query.data.length === 0 ? (
        <p className={styles['none']}>
          <Trans>There are none yet. Good first ones: your opening hours, the way to you, how to pay.</Trans>
        </p>
      ) : (
        <ul className={styles['list']}>
          {query.data.map((reply) => (
            <li key={reply.id} className={styles['row']}>
              <strong className={styles['shortcut']} dir="ltr">
                /{reply.shortcut}
              </strong>
              <span className={styles['texts']}>
                {Object.entries(reply.texts).map(([language, text]) => (
                  <span key={language} className={styles['text']}>
                    <span className={styles['language']}>{languageName(language, locale)}</span>
                    <span lang={language} dir="auto" className={styles['words']}>
                      {text}
                    </span>
                  </span>
                ))}
              </span>
              <span className={styles['buttons']}>
                <Button size="small" isDisabled={offline} aria-label={t`Change /${reply.shortcut}`} onPress={() => setEdited(reply)}>
                  <Trans>Change</Trans>
                </Button>
                <Button size="small" look="quiet" isDisabled={offline} aria-label={t`Remove /${reply.shortcut}`} onPress={() => setRemoved(reply)}>
                  <Trans>Remove</Trans>
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {edited === null ? null : (
        <QuickReplyDialog
          reply={edited === 'new' ? null : edited}
          settings={settings}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null);
            void query.refetch();
          }}
        />
      )}
      <RemoveQuickReply
        reply={removed}
        isBusy={remove.isPending}
        failed={remove.isError}
        onRemove={remove.mutate}
        onClose={() => {
          remove.reset();
          setRemoved(null);
        }}
      />
    </Section>
  );
}
