import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Ban, Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import { BlockDialog } from './BlockDialog.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import styles from './customer.module.css';

/** What can be done with a customer's data: exported, erased; and whether they may write at all. */
export function CustomerActions({ view, onErased }: { view: CustomerView; onErased: () => void }) {
  const api = useApi();
  const offline = useOffline();
  const say = useSayReason();
  const [dialog, setDialog] = useState<'block' | 'erase' | null>(null);
  const customerId = view.customer.id;
  const exporting = useMutation({
    mutationFn: () => api.customers.export({ customerId }),
    onSuccess: (answer) => (answer.ok ? download(answer.url, answer.filename) : undefined),
  });
  const trouble = exporting.data?.ok === false ? say(exporting.data.reason) : null;
  return (
    <section className={styles['part']}>
      <div className={styles['actions']}>
        <Button isDisabled={offline || exporting.isPending} onPress={() => exporting.mutate()}>
          <Download size={16} aria-hidden="true" />
          {exporting.isPending ? <Trans>Gathering …</Trans> : <Trans>Export all data</Trans>}
        </Button>
        <Button isDisabled={offline} onPress={() => setDialog('block')}>
          <Ban size={16} aria-hidden="true" />
          {view.blockedAt === null ? <Trans>Block</Trans> : <Trans>Unblock</Trans>}
        </Button>
        <Button look="quiet" isDisabled={offline} onPress={() => setDialog('erase')}>
          <Trash2 size={16} aria-hidden="true" />
          <Trans>Erase all data</Trans>
        </Button>
      </div>
      {trouble || exporting.isError ? (
        <Notice tone="bad" isLive title={trouble ? trouble.title : <Trans>Shopbell did not answer</Trans>}>
          {trouble ? trouble.todo : <Trans>Try it again in a moment.</Trans>}
        </Notice>
      ) : null}
      {dialog === 'block' ? <BlockDialog view={view} onClose={() => setDialog(null)} /> : null}
      {dialog === 'erase' ? <EraseDialog view={view} onClose={() => setDialog(null)} onErased={onErased} /> : null}
    </section>
  );
}

/** The file lies behind the page's own address, good for ten minutes. */
function download(url: string, filename: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.click();
}
