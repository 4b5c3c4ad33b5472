import type { SecretName, Settings } from '../../shared/contract/settings.ts';

/** Where settings are kept; the desktop gives electron-store, headless gives conf. */
export type SettingsStore = {
  read(): Settings;
  /** Writes at once and atomically. */
  write(patch: Partial<Settings>): void;
};

/** Where secrets are kept. */
export type SecretStore = {
  /** What kind of place this is; the page says it. */
  readonly kept: 'keychain' | 'file' | 'memory';
  get(name: SecretName): string | null;
  /** Null removes it. Resolves when it is on disk. */
  set(name: SecretName, value: string | null): Promise<void>;
};
