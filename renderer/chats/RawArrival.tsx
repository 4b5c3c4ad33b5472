import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { scrollsByKey } from '../ui/scrolls-by-key.ts';
import styles from './RawArrival.module.css';

/** What WhatsApp delivered, letter by letter, for those who want to know. */
export function RawArrival({ messageId }: { messageId: number }) {
  const api = useApi();
  const [open, setOpen] = useState(false);
  const raw = useQuery({ queryKey: queryKeys.raw(messageId), queryFn: () => api.chats.raw({ messageId }), enabled: open });
  return (
    <Disclosure isExpanded={open} onExpandedChange={setOpen}>
      <Heading className={styles['heading'] ?? ''} level={3}>
        <Button slot="trigger" className={styles['trigger'] ?? ''}>
          <ChevronRight size={16} aria-hidden="true" className={styles['sign']} />
          <Trans>Show what arrived</Trans>
        </Button>
      </Heading>
      <DisclosurePanel>
        {raw.isPending ? (
          <Trans>Loading …</Trans>
        ) : (
          <pre className={styles['raw']} {...scrollsByKey} dir="ltr">
            {raw.data == null ? <Trans>It is no longer kept.</Trans> : pretty(raw.data)}
          </pre>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
