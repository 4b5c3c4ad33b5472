import { Trans } from '@lingui/react/macro';
import { Notice } from '../../ui/Notice.tsx';
import { useSayReason } from '../../ui/use-say-reason.ts';
import type { SaveInspected } from './use-save-inspected.ts';

/** What became of a file that was asked for. */
export function SaveNotice({ save: { data, isError, isPending } }: { save: SaveInspected }) {
  const say = useSayReason();
  if (isPending) return null;
  if (isError) return <Notice tone="bad" isLive title={<Trans>The file could not be made. Try again.</Trans>} />;
  if (!data) return null;
  if (data.ok)
    return (
      <Notice tone="good" isLive title={<Trans>The file is made</Trans>}>
        <code dir="ltr">{data.filename}</code>
      </Notice>
    );
  const { title, todo } = say(data.reason);
  return (
    <Notice tone="bad" isLive title={title}>
      {todo}
    </Notice>
  );
}
