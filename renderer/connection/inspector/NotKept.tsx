import type { Reason } from '../../../shared/domain/reason.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useSayReason } from '../../ui/use-say-reason.ts';

/** What was asked for is not there any more. */
export function NotKept({ reason }: { reason: Reason }) {
  const { title, todo } = useSayReason()(reason);
  return (
    <Notice tone="warn" title={title}>
      {todo}
    </Notice>
  );
}
