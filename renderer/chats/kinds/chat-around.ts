import { createContext, use } from 'react';
import type { MediaView } from '../../../shared/contract/messages.ts';

type Around = {
  /** Null where messages of many chats stand together. */
  conversationId: number | null;
  /** The photos that are here, oldest first: among them the viewer leads on. */
  pictures: readonly MediaView[];
};

/** The chat that a message stands in. */
export const ChatAround = createContext<Around>({ conversationId: null, pictures: [] });

/** The chat around a message. */
export function useChatAround(): Around {
  return use(ChatAround);
}
