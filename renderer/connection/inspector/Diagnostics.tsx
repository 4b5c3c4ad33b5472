import { Trans } from '@lingui/react/macro';
import { PackageOpen } from 'lucide-react';
import { useOffline } from '../../cable/ConnectionProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { SaveNotice } from './SaveNotice.tsx';
import { useSaveInspected } from './use-save-inspected.ts';
import styles from './Inspector.module.css';

/** Saves all that whoever helps wants to know. */
export function Diagnostics() {
  const offline = useOffline();
  const save = useSaveInspected((api) => api.inspector.diagnostics());
  return (
    <>
      <div className={styles['beside']}>
        <p className={styles['sentence']}>
          <Trans>
            The diagnostics are one ZIP file for whoever helps you: versions, settings, checks of the connection, what came and was called, and the program's
            logs. No secret is in it and no word of a customer's; numbers and names are masked.
          </Trans>
        </p>
        <Button look="go" isDisabled={offline || save.isPending} onPress={() => save.mutate()}>
          <PackageOpen size={16} aria-hidden="true" />
          {save.isPending ? <Trans>Gathering …</Trans> : <Trans>Save diagnostics</Trans>}
        </Button>
      </div>
      <SaveNotice save={save} />
    </>
  );
}
