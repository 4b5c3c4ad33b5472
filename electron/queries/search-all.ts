import type { FoundAll } from '../../shared/contract/search.ts';
import type { Reader } from '../store/open-reader.ts';
import { searchCustomers } from './search-customers.ts';
import { searchMessages } from './search-messages.ts';
import { searchOrders } from './search-orders.ts';
import { searchProducts } from './search-products.ts';

const ORDERS = 5;
const CUSTOMERS = 4;
const MESSAGES = 10;
const PRODUCTS = 4;

/** Everything in which a text stands: orders, customers, messages and products, a few of each. */
export function searchAll(reader: Reader, text: string): FoundAll {
  if (text.trim() === '')
    return { orders: [], moreOrders: false, customers: [], moreCustomers: false, messages: [], moreMessages: false, products: [], moreProducts: false };
  const orders = searchOrders(reader, text);
  return reader.atOnce(() => {
    const customers = searchCustomers(reader, text, CUSTOMERS);
    const messages = searchMessages(reader, text, null, MESSAGES);
    const { products, more } = searchProducts(reader, text);
    return {
      orders: orders.hits.slice(0, ORDERS),
      moreOrders: orders.more || orders.hits.length > ORDERS,
      customers: customers.hits,
      moreCustomers: customers.more,
      messages: messages.hits,
      moreMessages: messages.more,
      products: products.slice(0, PRODUCTS),
      moreProducts: more || products.length > PRODUCTS,
    };
  });
}
