import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SoundCheckView } from '../../shared/contract/bell.ts';
import { Fact } from '../ui/FactList.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';

/** What a person heard the last time, and what the system says of its sound. */
export function SoundCheckFacts({ view, action }: { view: SoundCheckView; action: ReactNode }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const { answer, system } = view;
  const at = answer && formats.moment(answer.at, now);
  const percent = system.volume === null ? null : formats.number(system.volume);
  return (
    <>
      <Fact name={<Trans>Last sound check</Trans>}>
        {answer === null ? <Trans>not answered yet</Trans> : answer.heard ? <Trans>heard, {at}</Trans> : <Trans>not heard, {at}</Trans>}
        {action}
      </Fact>
      {system.state === 'unknown' ? null : (
        <Fact name={<Trans>This computer's speakers</Trans>}>
          {system.state === 'no-output' ? (
            <Trans>none connected</Trans>
          ) : system.state === 'muted' ? (
            <Trans>muted</Trans>
          ) : percent === null ? (
            <Trans>on</Trans>
          ) : (
            <Trans>volume {percent} %</Trans>
          )}
          {system.output === null ? null : <small dir="auto">{system.output}</small>}
        </Fact>
      )}
    </>
  );
}
