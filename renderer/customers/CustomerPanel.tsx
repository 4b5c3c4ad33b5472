import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useLocation } from 'wouter';
import { Button } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { scrollsByKey } from '../ui/scrolls-by-key.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useCustomerOptions } from './customer-query.ts';
import { CustomerBody } from './CustomerBody.tsx';
import { setPanelOpen } from './kept-panel.ts';
import styles from './customer.module.css';

/** The customer beside their chat. */
export function CustomerPanel({ customerId, className }: { customerId: number; className: string | undefined }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const query = useQuery(useCustomerOptions(customerId));
  return (
    <aside className={className} aria-label={t`Customer`}>
      <div className={styles['panel']} {...scrollsByKey}>
        <Button look="quiet" size="icon" className={styles['close']} aria-label={t`Close the customer`} onPress={() => setPanelOpen(false)}>
          <X size={18} aria-hidden="true" />
        </Button>
        {query.data ? (
          <CustomerBody view={query.data} onErased={() => navigate('/chats')} />
        ) : query.isError ? (
          <Failed onRetry={query.refetch} />
        ) : (
          <Skeleton rows={5} height={56} />
        )}
      </div>
    </aside>
  );
}
