import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InspectedCall } from '../../../shared/contract/inspector.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Fact, FactList } from '../../ui/FactList.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSayReason } from '../../ui/use-say-reason.ts';
import { useCallOptions } from './inspector-queries.ts';
import { NotKept } from './NotKept.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';
import { PersonalToggle } from './PersonalToggle.tsx';
import { ShownJson } from './ShownJson.tsx';
import { useMilliseconds, useMoment } from './use-moment.ts';
import styles from './Inspector.module.css';

/** One call: what is known of it, what was asked and what was answered. */
export function CallDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useLingui();
  const [isShown, setShown] = useState(false);
  const [side, setSide] = useState<'request' | 'answer'>('answer');
  const query = useQuery(useCallOptions(id, !isShown));
  const sides = { request: t`What was asked`, answer: t`What was answered` };
  return (
    <DialogFrame title={<Trans>Call {id}</Trans>} isOpen size="wide" onClose={onClose}>
      <div className={styles['dialog']}>
        <PersonalToggle isShown={isShown} onChange={setShown} />
        {query.isPending ? (
          <Skeleton rows={4} height={40} />
        ) : !query.data ? (
          <Failed onRetry={query.refetch} />
        ) : query.data.ok ? (
          <>
            <CallFacts call={query.data.call} />
            <ShownJson
              label={sides[side]}
              text={query.data[side]}
              choice={
                <Choices
                  label={<Trans>Body</Trans>}
                  value={side}
                  options={[
                    { value: 'answer', words: sides.answer },
                    { value: 'request', words: sides.request },
                  ]}
                  onChange={setSide}
                />
              }
            />
          </>
        ) : (
          <NotKept reason={query.data.reason} />
        )}
        <div className={styles['buttons']}>
          <Button onPress={onClose}>
            <Trans>Close</Trans>
          </Button>
        </div>
      </div>
    </DialogFrame>
  );
}

function CallFacts({ call: { at, method, path, ms, status, outcome, code, reason } }: { call: InspectedCall }) {
  const say = useSayReason();
  const moment = useMoment();
  const milliseconds = useMilliseconds();
  return (
    <FactList>
      <Fact name={<Trans>Call</Trans>}>
        <code dir="ltr">{`${method} ${path}`}</code>
      </Fact>
      <Fact name={<Trans>Outcome</Trans>}>
        <OutcomeMark outcome={outcome} />
        {status === null ? null : <small>HTTP {status}</small>}
        {code === null ? null : (
          <small>
            <Trans>Code {code}</Trans>
          </small>
        )}
        {reason === null ? null : <small>{say(reason).title}</small>}
      </Fact>
      <Fact name={<Trans>Begun</Trans>}>
        <time dateTime={new Date(at).toISOString()}>{moment(at)}</time>
      </Fact>
      <Fact name={<Trans>Took</Trans>}>{milliseconds(ms)}</Fact>
    </FactList>
  );
}
