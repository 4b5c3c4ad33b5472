import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { LinkEntry } from '../../shared/contract/connection.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { GAP_CAUSES } from './gap-words.ts';

/** What an entry of the log says besides: an address, Meta's own words; of a warning how many days, of a gap why and since when. */
export function LogDetails({ entry: { event, details } }: { entry: LinkEntry }) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  if (details === null) return null;
  if (event === 'token-warning') {
    return (
      <small>
        <Plural value={Number(details)} one="in # day" other="in # days" />
      </small>
    );
  }
  if (event === 'gap') {
    const [cause = '', beganAt = ''] = details.split(' ');
    const words = cause === 'closed' || cause === 'asleep' || cause === 'cut-off' ? i18n._(GAP_CAUSES[cause]) : cause;
    return (
      <small>
        <Trans>since {formats.moment(Number(beganAt), now)}</Trans>. {words}
      </small>
    );
  }
  return <small dir="auto">{details}</small>;
}
