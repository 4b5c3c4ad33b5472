import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useLocation } from 'wouter';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import styles from './RehearseButton.module.css';

/** Sends a rehearsal order the real way in, and shows it. */
export function RehearseButton() {
  const api = useApi();
  const offline = useOffline();
  const say = useSayReason();
  const [, navigate] = useLocation();
  const rehearse = useMutation({
    mutationFn: () => api.bell.rehearse(),
    onSuccess: (result) => {
      if (result.ok) navigate(`/orders/${result.orderId}`);
    },
  });
  const refused = rehearse.data?.ok === false ? say(rehearse.data.reason) : null;
  return (
    <div className={styles['rehearse']}>
      <Button isDisabled={offline || rehearse.isPending} onPress={() => rehearse.mutate()}>
        <FlaskConical size={16} aria-hidden="true" />
        <Trans>Send a rehearsal order</Trans>
      </Button>
      <span className={styles['hint']}>
        <Trans>It comes in like a customer's, rings, prints and can be taken. It counts nowhere, and nobody is told.</Trans>
      </span>
      {refused ? (
        <Notice tone="bad" title={refused.title} isLive>
          {refused.todo}
        </Notice>
      ) : rehearse.isError ? (
        <Notice tone="bad" title={<Trans>The rehearsal order was not sent</Trans>} isLive>
          <Trans>Try it again.</Trans>
        </Notice>
      ) : null}
    </div>
  );
}
