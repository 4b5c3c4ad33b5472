import { implement } from '@orpc/server';
import type { Router } from '@orpc/server';
import type { ShopKind } from '../shared/contract/common.ts';
import { contract } from '../shared/contract.ts';

/** What a cable knows of the page at its other end. */
export type PageContext = { shop: ShopKind | null; place: 'desktop' | 'browser' };

export const server = implement(contract).$context<PageContext>();
export type AppRouter = Router<typeof contract, PageContext>;
