import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useCustomerOptions } from '../customers/customer-query.ts';
import { Button } from '../ui/Button.tsx';
import { customerName } from '../ui/customer-name.ts';
import styles from './OrderList.module.css';

/** Says that the list holds one customer's orders alone, and leads back to everybody's. */
export function OnlyCustomer({ customerId, onEverybody }: { customerId: number; onEverybody: () => void }) {
  const { i18n } = useLingui();
  const view = useQuery(useCustomerOptions(customerId)).data;
  const name = view ? customerName(view.customer, i18n) : '…';
  return (
    <p className={styles['only']}>
      <span>
        <Trans>
          Only orders of <bdi>{name}</bdi>
        </Trans>
      </span>
      <Button size="small" onPress={onEverybody}>
        <X size={16} aria-hidden="true" />
        <Trans>All orders</Trans>
      </Button>
    </p>
  );
}
