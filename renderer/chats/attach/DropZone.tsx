import { Trans } from '@lingui/react/macro';
import { Upload } from 'lucide-react';
import styles from './DropZone.module.css';

/** Lies over the chat while files hang over it. */
export function DropZone({ canTake }: { canTake: boolean }) {
  return (
    <div className={styles['zone']} data-off={canTake ? undefined : ''}>
      <Upload size={32} aria-hidden="true" />
      <strong>{canTake ? <Trans>Let go to attach the files</Trans> : <Trans>No files can be sent now: the 24 hours are over</Trans>}</strong>
    </div>
  );
}
