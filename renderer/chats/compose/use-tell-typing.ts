import { useRef } from 'react';
import { useApi } from '../../cable/ConnectionProvider.tsx';
import { useSettings } from '../../settings/use-settings.ts';

/** WhatsApp shows it for 25 seconds. Ms. */
const OFTEN = 20_000;

/** Tells the customer that an answer is being written, where the settings say so. Nothing depends on it, so a failed call is nobody's business. */
export function useTellTyping(conversationId: number): () => void {
  const api = useApi();
  const on = useSettings().data?.values.sendTyping ?? false;
  const told = useRef(0);
  return () => {
    const now = Date.now();
    if (!on || now - told.current < OFTEN) return;
    told.current = now;
    void api.chats.typing({ conversationId }).catch(() => undefined);
  };
}
