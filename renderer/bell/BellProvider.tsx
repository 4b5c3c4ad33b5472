import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useSettings } from '../settings/use-settings.ts';
import type { Bell, BellState } from './bell.ts';

const BellContext = createContext<Bell | null>(null);

/** Gives the page its bell, and the bell its settings. */
export function BellProvider({ bell, children }: { bell: Bell; children: ReactNode }) {
  const values = useSettings().data?.values;
  const volume = values?.bellVolume;
  const orderTone = values?.orderTone;
  const chatTone = values?.chatTone;
  const chatSound = values?.chatSound;
  useEffect(() => {
    if (volume === undefined || !orderTone || chatTone === undefined || !chatSound) return;
    bell.set({ volume, orderTone, chatTone, chatSound });
  }, [bell, volume, orderTone, chatTone, chatSound]);
  return <BellContext value={bell}>{children}</BellContext>;
}

/** The bell itself. */
export function useBell(): Bell {
  const bell = use(BellContext);
  if (!bell) throw new Error('The page has no bell');
  return bell;
}

/** What rings, and whether it can be heard. */
export function useBellState(): BellState {
  const bell = useBell();
  return useSyncExternalStore(bell.subscribe, bell.state);
}
