import { useMutation } from '@tanstack/react-query';
import type { Outgoing } from '../../../shared/contract/chats.ts';
import type { Reason } from '../../../shared/domain/reason.ts';
import { useApi } from '../../cable/ConnectionProvider.tsx';
import { useRequestId } from '../../ui/use-request-id.ts';

/** Sends what is no plain text. A call whose answer was lost may be repeated: the same content goes out only once. */
export function useSendOther(conversationId: number) {
  const api = useApi();
  const requestId = useRequestId();
  const sending = useMutation({
    mutationFn: ({ content, quoteMessageId }: { content: Outgoing; quoteMessageId: number | null }) => {
      const quoting = quoteMessageId === null ? {} : { quoteMessageId };
      return api.chats.send({ conversationId, content, ...quoting, requestId: requestId.of({ content, quoteMessageId }) });
    },
    onSuccess: requestId.answered,
  });
  const refusal: Reason | null = sending.data?.ok === false ? sending.data.reason : null;
  return {
    /** @param onSent called once it is in the outbox */
    send: (content: Outgoing, quoteMessageId: number | null, onSent: () => void) =>
      sending.mutate({ content, quoteMessageId }, { onSuccess: (answer) => (answer.ok ? onSent() : undefined) }),
    refusal,
    failed: sending.isError,
    isPending: sending.isPending,
    forget: sending.reset,
  };
}
