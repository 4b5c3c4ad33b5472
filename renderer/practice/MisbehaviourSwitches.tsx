import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Misbehaviour } from '../../shared/contract/practice.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { PickList } from '../ui/PickList.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import styles from './PracticeView.module.css';

/** Each misbehaviour on or off, or how much of it. */
export function MisbehaviourSwitches({ misbehaviour }: { misbehaviour: Misbehaviour }) {
  const { t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const offline = useOffline();
  const behave = useMutation({
    mutationFn: (part: Partial<Misbehaviour>) => api.practice.behave(part),
    onSuccess: (view) => queries.setQueryData(queryKeys.practice, view),
  });
  const switches: { name: 'repeat' | 'reorder' | 'batch' | 'hidePhone' | 'mediaGone' | 'mediaBroken'; words: string }[] = [
    { name: 'repeat', words: t`Delivers everything twice` },
    { name: 'reorder', words: t`Delivers ticks in the wrong order` },
    { name: 'batch', words: t`Collects and delivers in batches` },
    { name: 'hidePhone', words: t`Hides phone numbers` },
    { name: 'mediaGone', words: t`Has no files any more` },
    { name: 'mediaBroken', words: t`Delivers broken files` },
  ];
  const times = (count: number) => ({ value: String(count), words: count === 0 ? t`no` : t`the next ${count}` });
  const lists: { name: 'delayMs' | 'refuseCode' | 'rateLimitNext' | 'loseAnswerNext'; words: string; options: { value: string; words: string }[] }[] = [
    {
      name: 'delayMs',
      words: t`Delivers late`,
      options: [
        { value: '0', words: t`no` },
        { value: '5000', words: t`by 5 seconds` },
        { value: '60000', words: t`by a minute` },
        { value: '900000', words: t`by a quarter of an hour` },
      ],
    },
    {
      name: 'refuseCode',
      words: t`Refuses replies`,
      options: [
        { value: '0', words: t`no` },
        { value: '131047', words: t`the 24 hours are over (131047)` },
        { value: '131026', words: t`undeliverable (131026)` },
        { value: '190', words: t`access token refused (190)` },
        { value: '131000', words: t`trouble at Meta (131000)` },
      ],
    },
    { name: 'rateLimitNext', words: t`Says “too fast” to replies`, options: [0, 1, 3, 10].map(times) },
    { name: 'loseAnswerNext', words: t`Takes replies and loses its answer`, options: [0, 1, 3].map(times) },
  ];
  return (
    <div className={styles['switches']}>
      {switches.map(({ name, words }) => (
        <Toggle key={name} isSelected={misbehaviour[name]} isDisabled={offline} onChange={(on) => behave.mutate({ [name]: on })}>
          {words}
        </Toggle>
      ))}
      {lists.map(({ name, words, options }) => {
        const value = String(misbehaviour[name]);
        const known = options.some((option) => option.value === value);
        return (
          <PickList
            key={name}
            label={words}
            value={value}
            isDisabled={offline}
            options={known ? options : [...options, { value, words: value }]}
            onChange={(chosen) => behave.mutate({ [name]: Number(chosen) })}
          />
        );
      })}
      {behave.isError ? (
        <p role="alert">
          <Trans>This did not work. Try again.</Trans>
        </p>
      ) : null}
    </div>
  );
}
