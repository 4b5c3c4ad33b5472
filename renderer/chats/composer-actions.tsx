import { createContext, use, useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';

/** What others on the page ask of the composer of the chat they stand in. */
export type ComposerActions = {
  /** The next text quotes this message; the cursor goes into the field. */
  quoteMessage: (messageId: number) => void;
  /** Puts a text in at the cursor. */
  insertText: (text: string) => void;
  /** Reacts to a message with one emoji; an empty one withdraws the reaction. What WhatsApp refuses is said above the field. */
  react: (messageId: number, emoji: string) => void;
  openTemplates: () => void;
  /** Shows files to be sent, with room for captions; nothing goes out yet. */
  attach: (files: readonly File[]) => void;
};

type Bus = { actions: ComposerActions; serve: (handlers: ComposerActions) => () => void };

const BusContext = createContext<Bus | null>(null);

/** Stands around a chat: joins its composer with the bubbles that act on it. */
export function ComposerActionsProvider({ children }: { children: ReactNode }) {
  const [bus] = useState(createBus);
  return <BusContext value={bus}>{children}</BusContext>;
}

/** The composer of the chat around; null where there is none, such as in a list of messages of many chats. */
export function useComposerActions(): ComposerActions | null {
  return use(BusContext)?.actions ?? null;
}

/** Answers what others ask, while the composer is on the page. */
export function useServeComposer(handlers: ComposerActions): void {
  const bus = use(BusContext);
  const quoteMessage = useEffectEvent(handlers.quoteMessage);
  const insertText = useEffectEvent(handlers.insertText);
  const react = useEffectEvent(handlers.react);
  const openTemplates = useEffectEvent(handlers.openTemplates);
  const attach = useEffectEvent(handlers.attach);
  useEffect(
    () =>
      bus?.serve({
        quoteMessage: (messageId) => quoteMessage(messageId),
        insertText: (text) => insertText(text),
        react: (messageId, emoji) => react(messageId, emoji),
        openTemplates: () => openTemplates(),
        attach: (files) => attach(files),
      }),
    [bus],
  );
}

function createBus(): Bus {
  let handlers: ComposerActions | null = null;
  return {
    actions: {
      quoteMessage: (messageId) => handlers?.quoteMessage(messageId),
      insertText: (text) => handlers?.insertText(text),
      react: (messageId, emoji) => handlers?.react(messageId, emoji),
      openTemplates: () => handlers?.openTemplates(),
      attach: (files) => handlers?.attach(files),
    },
    serve: (served) => {
      handlers = served;
      return () => {
        if (handlers === served) handlers = null;
      };
    },
  };
}
