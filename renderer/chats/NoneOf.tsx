import { Trans } from '@lingui/react/macro';
import { CircleCheck } from 'lucide-react';
import type { ChatFilter } from '../../shared/contract/chats.ts';
import { Button } from '../ui/Button.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';

/** A filter that lets no chat through: mostly good news. */
export function NoneOf({ filter, onAll }: { filter: Exclude<ChatFilter, 'all'>; onAll: () => void }) {
  return (
    <StateScreen
      icon={CircleCheck}
      title={<Title filter={filter} />}
      actions={
        <Button onPress={onAll}>
          <Trans>Show all chats</Trans>
        </Button>
      }
    />
  );
}

function Title({ filter }: { filter: Exclude<ChatFilter, 'all'> }) {
  switch (filter) {
    case 'unread':
      return <Trans>Everything is read</Trans>;
    case 'unanswered':
      return <Trans>Nobody waits for an answer</Trans>;
    case 'questions':
      return <Trans>No question about a product is open</Trans>;
    case 'closing':
      return <Trans>No chat's 24 hours end soon</Trans>;
    case 'with-order':
      return <Trans>No chat has an open order</Trans>;
    case 'failed':
      return <Trans>Everything was sent</Trans>;
  }
}
