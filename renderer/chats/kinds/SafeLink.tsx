import { Trans, useLingui } from '@lingui/react/macro';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useAppView } from '../../cable/ConnectionProvider.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import styles from './RichText.module.css';

type Props = { href: string; children: ReactNode; className?: string | undefined };

/** An address that somebody sent: always shown whole before it opens, for strangers write here and a counter is a busy place. */
export function SafeLink({ href, children, className }: Props) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const desktop = useAppView()?.place === 'desktop';
  const isWeb = /^https?:\/\//i.test(href);
  return (
    <>
      <button type="button" className={className ?? styles['link']} aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {children}
      </button>
      <DialogFrame title={<Trans>Open this address?</Trans>} isOpen={asking} onClose={() => setAsking(false)}>
        <p className={styles['address']} dir="ltr">
          {href}
        </p>
        <p>
          {isWeb ? (
            <Trans>It opens in the browser. Enter no passwords there, and open it only if you know who runs the page.</Trans>
          ) : (
            <Trans>It opens in the program that this computer uses for such addresses.</Trans>
          )}
        </p>
        <div className={styles['actions']}>
          <CopyButton text={href} label={t`Copy the address`} />
          <Button onPress={() => setAsking(false)}>
            <Trans>Close</Trans>
          </Button>
          {isWeb || !desktop ? (
            <a className={buttonClass({ look: 'go' })} href={href} target="_blank" rel="noopener noreferrer" onClick={() => setAsking(false)}>
              <ExternalLink size={16} aria-hidden="true" />
              <Trans>Open</Trans>
            </a>
          ) : null}
        </div>
      </DialogFrame>
    </>
  );
}
