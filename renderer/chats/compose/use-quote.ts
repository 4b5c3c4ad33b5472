import { useState } from 'react';
import type { ConversationView } from '../../../shared/contract/chats.ts';

/**
 * Which message the next text quotes. A question that waits is quoted by itself; one that was answered stays in sight, and is quoted on request;
 * what a person chose in the thread goes before both.
 */
export function useQuote(conversation: ConversationView) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [about, setAbout] = useState<{ asked: number; quotes: boolean } | null>(null);
  const asked = conversation.askedMessageId;
  const quotesQuestion = chosen === null && asked !== null && (about?.asked === asked ? about.quotes : conversation.questionSince !== null);
  return {
    messageId: chosen ?? (quotesQuestion ? asked : null),
    chosen,
    choose: setChosen,
    quotesQuestion,
    quoteQuestion: (quotes: boolean) => {
      setChosen(null);
      if (asked !== null) setAbout({ asked, quotes });
    },
    forget: () => {
      setChosen(null);
      setAbout(null);
    },
    /** What quoted it is on its way, although the conversation does not say so yet: a second text sent at once does not quote the question again. */
    markSent: () => {
      setChosen(null);
      setAbout(asked === null ? null : { asked, quotes: false });
    },
  };
}
