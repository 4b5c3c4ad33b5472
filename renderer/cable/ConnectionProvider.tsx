import { createContext, use, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Api, AppView } from '../../shared/contract.ts';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { Connection, ConnectionState } from './connection.ts';

const ConnectionContext = createContext<Connection | null>(null);

/** Gives the page its connection to the main side. */
export function ConnectionProvider({ connection, children }: { connection: Connection; children: ReactNode }) {
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}

/** The connection itself. */
export function useConnection(): Connection {
  const connection = use(ConnectionContext);
  if (!connection) throw new Error('The page has no connection');
  return connection;
}

/** The contract, to be called. */
export function useApi(): Api {
  return useConnection().api;
}

/** Whether the cable stands, and what the main side said of itself. */
export function useConnectionState(): ConnectionState {
  const connection = useConnection();
  return useSyncExternalStore(connection.subscribe, connection.state);
}

/** True while nothing can be sent. */
export function useOffline(): boolean {
  return useConnectionState().phase !== 'open';
}

/** What the main side said of itself; null before it said anything. */
export function useAppView(): AppView | null {
  return useConnectionState().app;
}

/** Leads this screen to another line. */
export function useSwitchShop(): (shop: ShopKind) => void {
  const connection = useConnection();
  return (shop) => {
    if (connection.state().app?.shop !== shop) connection.switchShop(shop);
  };
}
