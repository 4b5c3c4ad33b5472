import { implement } from '@orpc/server';
import { contract } from '../../shared/contract.ts';
import type { ShopKind } from '../../shared/contract/common.ts';

/** What a cable knows of the page at its other end, settled when it connects: a page never finds itself on another line unasked. */
export type PageContext = { shop: ShopKind; place: 'desktop' | 'browser' };

/** The contract with nothing behind it yet. */
export const server = implement(contract).$context<PageContext>();
