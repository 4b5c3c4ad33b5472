import { useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import type { OrderView } from '../../shared/contract/orders.ts';
import { useAppView } from '../cable/ConnectionProvider.tsx';
import { addToDraft } from '../chats/chat-drafts.ts';
import { focusComposer } from '../chats/focus-composer.ts';
import { correctionOf, keepCorrection, subscribeSteps } from './last-step.ts';

/** The text that puts right what the customer was told, and the way into the chat's field with it; a text begun there stays. */
export function useCorrection(order: Pick<OrderView, 'id' | 'conversationId'>) {
  const [, navigate] = useLocation();
  const shop = useAppView()?.shop ?? '';
  const key = `${shop} ${order.id}`;
  const text = useSyncExternalStore(subscribeSteps, () => correctionOf(key));
  const { conversationId } = order;
  const drop = () => keepCorrection(key, null);
  const write =
    text === null || conversationId === null
      ? null
      : () => {
          addToDraft(`${shop} ${conversationId}`, text);
          drop();
          navigate(`/chats/${conversationId}`);
          focusComposer();
        };
  return { text, write, drop };
}
