import { isPreviousSecretOver } from '../../shared/domain/secret-rotation.ts';
import type { EffectiveSettings } from '../settings/effective-settings.ts';

export type EndOldSecretOptions = {
  settings: Pick<EffectiveSettings, 'secret' | 'setSecret' | 'values' | 'view'>;
  /** It is gone. */
  onDropped: () => void;
  now: () => number;
  log: (line: string) => void;
};

const LOOK_EVERY_MS = 60_000;

/** Throws the app secret before this one away when its day is over. One that the environment holds is not ours to throw away, and is accepted as long as it stands there. */
export function endOldSecret({ settings, onDropped, now, log }: EndOldSecretOptions) {
  let busy = false;

  async function look(): Promise<void> {
    const previous = settings.secret('appSecretPrevious');
    if (busy || previous === null || settings.view().secrets.appSecretPrevious?.source.from !== 'stored') return;
    const { appSecretChangedAt } = settings.values();
    busy = true;
    try {
      // One that an older version stored has its day from now on.
      if (appSecretChangedAt === 0) await settings.setSecret('appSecretPrevious', previous);
      else if (isPreviousSecretOver(appSecretChangedAt, now())) {
        await settings.setSecret('appSecretPrevious', '');
        onDropped();
      }
    } catch (error) {
      log(`the old app secret could not be thrown away: ${error instanceof Error ? error.message : 'unknown'}`);
    } finally {
      busy = false;
    }
  }

  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  return { look, stop: (): void => clearInterval(timer) };
}
