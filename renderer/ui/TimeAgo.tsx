import { useFormats } from './FormatsProvider.tsx';
import { useNow } from './use-now.ts';

/** How long ago something was; the exact time on hovering. */
export function TimeAgo({ at, className }: { at: number; className?: string | undefined }) {
  const now = useNow(5000);
  const formats = useFormats();
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={formats.clockSeconds(at)}>
      {formats.ago(at, now)}
    </time>
  );
}
