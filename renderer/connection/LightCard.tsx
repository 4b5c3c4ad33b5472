import { Trans, useLingui } from '@lingui/react/macro';
import { RefreshCw } from 'lucide-react';
import { Link } from 'wouter';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import { LIGHT_WORDS } from '../../shared/wording/light-words.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSayReason } from '../ui/use-say-reason.ts';
import { DeedTrouble } from './DeedTrouble.tsx';
import { LIGHT_SHAPES } from './light-words.ts';
import { LightButton } from './LightButton.tsx';
import { useLinkDeeds } from './use-link-deeds.ts';
import styles from './LightCard.module.css';

/** Whether Meta reaches this shop: in words that are read from two metres, with the age of the proof and one thing to do. */
export function LightCard({ connection }: { connection: ConnectionView }) {
  const { i18n } = useLingui();
  const say = useSayReason();
  const formats = useFormats();
  const offline = useOffline();
  const now = useNow(5000);
  const deeds = useLinkDeeds();
  const { light, proofs, foreignCallback } = connection;
  const Shape = LIGHT_SHAPES[light.tone];
  const words = light.reason === null ? null : say(light.reason);
  const details = proofs.find(({ kind }) => kind === light.proof)?.details ?? null;
  return (
    <section className={styles['card']} data-tone={light.tone} aria-labelledby="light-words">
      <Shape size={44} strokeWidth={2.2} aria-hidden="true" className={styles['shape']} />
      <div className={styles['words']}>
        <h2 id="light-words" className={styles['title']}>
          {i18n._(LIGHT_WORDS[light.tone])}
        </h2>
        {words ? (
          <p className={styles['why']}>
            <strong>{words.title}.</strong> {words.todo}
          </p>
        ) : null}
        {foreignCallback === null || light.proof !== 'callback' ? null : (
          <p className={styles['why']}>
            <code dir="ltr">{foreignCallback}</code>
          </p>
        )}
        {details === null || light.tone === 'good' || details === foreignCallback ? null : (
          <p className={styles['details']} dir="auto">
            {details}
          </p>
        )}
        <p className={styles['age']}>
          <span>{light.provedAt === null ? <Trans>Not proved yet</Trans> : <Trans>Proved {formats.ago(light.provedAt, now)}</Trans>}</span>
          <span>{light.metaAt === null ? <Trans>Meta has not been here yet</Trans> : <Trans>Meta was last here {formats.ago(light.metaAt, now)}</Trans>}</span>
          {light.tone === 'good' || light.tone === 'bad' ? (
            <span>
              <Trans>Since {formats.moment(light.since, now)}</Trans>
            </span>
          ) : null}
        </p>
        <DeedTrouble deeds={deeds} />
      </div>
      <div className={styles['actions']}>
        {light.action === null || light.action === 'check-now' ? null : <LightButton action={light.action} connection={connection} deeds={deeds} />}
        <Button isDisabled={offline || deeds.isBusy} onPress={() => deeds.check.mutate()}>
          <RefreshCw size={15} aria-hidden="true" className={deeds.check.isPending ? styles['turning'] : undefined} />
          {deeds.check.isPending ? <Trans>Checking …</Trans> : <Trans>Check now</Trans>}
        </Button>
        {light.action === 'set-up' ? null : (
          <Link href="/setup" className={styles['link']}>
            <Trans>Set-up</Trans>
          </Link>
        )}
        <Link href="/connection/inspector" className={styles['link']}>
          <Trans>Inspector</Trans>
        </Link>
      </div>
    </section>
  );
}
