import { Trans, useLingui } from '@lingui/react/macro';
import { CircleAlert, CircleCheck, CircleDashed, CircleMinus, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ProofView } from '../../shared/contract/connection.ts';
import type { ProofState } from '../../shared/domain/link-proof.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSayReason } from '../ui/use-say-reason.ts';
import { readLimit } from './read-limit.ts';
import { PROOF_WORDS, QUALITY_WORDS } from './proof-words.ts';
import styles from './ProofList.module.css';

const SHAPES: Record<ProofState, LucideIcon> = { good: CircleCheck, warn: TriangleAlert, bad: CircleAlert, unknown: CircleDashed, off: CircleMinus };

/** Every proof of the way from Meta to here, in the order in which one explains the next, with its age. */
export function ProofList({ proofs }: { proofs: readonly ProofView[] }) {
  return (
    <ol className={styles['list']}>
      {proofs.map((proof) => (
        <ProofRow key={proof.kind} proof={proof} />
      ))}
    </ol>
  );
}

function ProofRow({ proof }: { proof: ProofView }) {
  const { i18n, t } = useLingui();
  const say = useSayReason();
  const formats = useFormats();
  const now = useNow(5000);
  const sayOfNumber = (word: string) => {
    const quality = QUALITY_WORDS[word];
    const limit = readLimit(word);
    return quality !== undefined ? i18n._(quality) : limit === null ? word : t`may write first to ${formats.number(limit)} customers a day`;
  };
  const sayDetails = ({ kind, details: value, state }: ProofView) => {
    if (value === null || (kind === 'clock' && state === 'good')) return null;
    if (kind === 'number') return value.split(', ').map(sayOfNumber).join(' · ');
    const seconds = formats.span(Math.abs(Number(value)) * 1_000);
    return Number(value) > 0 ? t`ahead by ${seconds}` : t`behind by ${seconds}`;
  };
  const Shape = SHAPES[proof.state];
  const words = PROOF_WORDS[proof.kind];
  const reason = proof.reason === null ? null : say(proof.reason);
  const details = proof.kind === 'clock' || (proof.kind === 'number' && proof.state === 'good') ? sayDetails(proof) : proof.details;
  const standing = reason
    ? reason.title
    : proof.state === 'good'
      ? i18n._(words.good)
      : proof.state === 'off'
        ? t`not needed here`
        : proof.state === 'unknown'
          ? t`not looked at yet`
          : t`needs a look`;
  return (
    <li className={styles['row']} data-state={proof.state}>
      <Shape size={20} aria-hidden="true" className={styles['shape']} />
      <strong className={styles['name']}>{i18n._(words.name)}</strong>
      <span className={styles['standing']}>
        {standing}
        {proof.until === null ? null : (
          <small>
            {proof.kind === 'token' ? <Trans>until {formats.moment(proof.until, now)}</Trans> : <Trans>next look {formats.moment(proof.until, now)}</Trans>}
          </small>
        )}
        {details === null ? null : <small dir="auto">{details}</small>}
        {reason && (proof.state === 'bad' || proof.state === 'warn') ? <small>{reason.todo}</small> : null}
      </span>
      <span className={styles['age']}>{proof.at === null ? '' : formats.ago(proof.at, now)}</span>
    </li>
  );
}
