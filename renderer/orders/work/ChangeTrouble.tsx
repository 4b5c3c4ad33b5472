import { Trans } from '@lingui/react/macro';
import { Notice } from '../../ui/Notice.tsx';
import { useSayReason } from '../../ui/use-say-reason.ts';
import type { Trouble } from './use-order-change.ts';

/** Why a change was not made; nothing where it was. */
export function ChangeTrouble({ trouble }: { trouble: Trouble }) {
  const say = useSayReason();
  if (trouble === null) return null;
  if (trouble === 'failed') return <Notice tone="bad" isLive title={<Trans>This did not work. Try again.</Trans>} />;
  const words = say(trouble);
  return (
    <Notice tone="warn" isLive title={words.title}>
      {words.todo}
    </Notice>
  );
}
