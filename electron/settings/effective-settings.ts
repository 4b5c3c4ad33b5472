import type { SecretName, Settings, SettingsView } from '../../shared/contract/settings.ts';
import type { SecretStore, SettingsStore } from './settings-store.ts';

/** Settings and secrets as they are in force: the environment beats what is stored. */
export type EffectiveSettings = {
  values(): Settings;
  /** Null when not set; an empty text counts as not set. */
  secret(name: SecretName): string | null;
  /** True when any value of a real shop is set (a secret but the tunnel's, a phone number id, another Graph address). */
  anythingReal(): boolean;
  view(): SettingsView;
  /** Stores what may be stored; returns the names that the environment holds and that were therefore left alone. */
  save(patch: Partial<Settings>): string[];
  setSecret(name: SecretName, value: string): Promise<void>;
  onChange(listener: () => void): () => void;
};

export declare function createEffectiveSettings(options: {
  store: SettingsStore;
  secrets: SecretStore;
  environment: Readonly<Record<string, string | undefined>>;
  dataFolder: string;
}): EffectiveSettings;
