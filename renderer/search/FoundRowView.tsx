import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { orderNumber } from '../orders/order-number.ts';
import { customerName } from '../ui/customer-name.ts';
import { CustomerHitRow } from './CustomerHitRow.tsx';
import type { FoundRow } from './found-rows.ts';
import { MessageHitRow } from './MessageHitRow.tsx';
import { OrderHitRow } from './OrderHitRow.tsx';
import { ProductHitRow } from './ProductHitRow.tsx';

/** What the kinds are called. */
export const HEADINGS: Record<FoundRow['kind'], MessageDescriptor> = {
  order: msg`Orders`,
  customer: msg`Customers`,
  message: msg`Messages`,
  product: msg`Articles`,
};

/** One thing that was found. */
export function FoundRowView({ row }: { row: FoundRow }) {
  switch (row.kind) {
    case 'order':
      return <OrderHitRow hit={row.hit} />;
    case 'customer':
      return <CustomerHitRow hit={row.hit} />;
    case 'message':
      return <MessageHitRow hit={row.hit} />;
    case 'product':
      return <ProductHitRow hit={row.hit} />;
  }
}

/** Its words, for those who hear the list. */
export function textOf(row: FoundRow, i18n: I18n): string {
  switch (row.kind) {
    case 'order':
      return `${orderNumber(row.hit.number, i18n)} ${customerName(row.hit.customer, i18n)}`;
    case 'customer':
      return customerName(row.hit.customer, i18n);
    case 'message':
      return `${customerName(row.hit.customer, i18n)}: ${row.hit.text}`;
    case 'product':
      return row.hit.product.name ?? row.hit.product.retailerId;
  }
}
