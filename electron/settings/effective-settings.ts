import { SECRET_NAMES } from '../../shared/contract/settings.ts';
import type { SecretName, Settings, SettingsView } from '../../shared/contract/settings.ts';
import { isHttpUrl, isTimeZone, zoneInForce } from './check-values.ts';
import { defaultSettings } from './default-settings.ts';
import { readSettingVariables, readVariable, SECRET_VARIABLES } from './environment-variables.ts';
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
  /** A new app secret makes the one before it the previous one, which is accepted for a day from now. */
  setSecret(name: SecretName, value: string): Promise<void>;
  onChange(listener: () => void): () => void;
};

/**
 * Lays the environment over what is stored. The environment is read once, as it does not change while a process runs.
 * @throws StartError `bad-environment` when a variable's value cannot be used.
 */
export function createEffectiveSettings(options: {
  store: SettingsStore;
  secrets: SecretStore;
  environment: Readonly<Record<string, string | undefined>>;
  dataFolder: string;
  now: () => number;
}): EffectiveSettings {
  const { store, secrets, environment, dataFolder, now } = options;
  const held = readSettingVariables(environment);
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());

  const values = () => usable({ ...store.read(), ...held.values });
  const secret = (name: SecretName) => readVariable(environment, SECRET_VARIABLES[name]) ?? (secrets.get(name)?.trim() || null);
  const anythingReal = () => {
    const { phoneNumberId, graphUrl } = values();
    const real: SecretName[] = ['appSecret', 'verifyToken', 'accessToken', 'onpremSecret'];
    return phoneNumberId !== '' || graphUrl !== defaultSettings().graphUrl || real.some((name) => secret(name) !== null);
  };
  const missing = (): SettingsView['missing'] => {
    if (!anythingReal()) return [];
    const lacking = (['appSecret', 'verifyToken', 'accessToken'] as const).filter((name) => secret(name) === null);
    return values().phoneNumberId === '' ? [...lacking, 'phoneNumberId'] : lacking;
  };
  const secretView = (name: SecretName): SettingsView['secrets'][SecretName] => {
    if (readVariable(environment, SECRET_VARIABLES[name]) !== null) {
      return { set: true, source: { from: 'environment', variable: SECRET_VARIABLES[name] } };
    }
    return secret(name) === null ? { set: false, source: { from: 'default' } } : { set: true, source: { from: 'stored' } };
  };

  return {
    values,
    secret,
    anythingReal,
    view: () => ({
      values: values(),
      fixed: { ...held.fixed },
      secrets: viewAll(secretView),
      secretsKept: secrets.kept,
      missing: missing(),
      zone: zoneInForce(values().timeZone),
      computerZone: zoneInForce('system'),
      dataFolder,
    }),
    save: (patch) => {
      // When the secret was replaced is written down with the secret alone.
      const ignored = Object.keys(patch).filter((name) => name in held.fixed || name === 'appSecretChangedAt');
      const rest = Object.fromEntries(Object.entries(patch).filter(([name, value]) => value !== undefined && !ignored.includes(name)));
      if (Object.keys(rest).length > 0) {
        store.write(rest);
        tell();
      }
      return ignored;
    },
    setSecret: async (name, value) => {
      const before = secret(name);
      const after = value.trim() || null;
      if (name === 'appSecret' && before !== null && after !== null && after !== before) {
        // First, so that at no moment both are lost.
        await secrets.set('appSecretPrevious', before);
        store.write({ appSecretChangedAt: now() });
      } else if (name === 'appSecretPrevious' && after !== null) store.write({ appSecretChangedAt: now() });
      await secrets.set(name, after);
      tell();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Stored values may be older than a rule, or written by hand: what could not be worked with counts as not set. */
function usable(settings: Settings): Settings {
  const graphUrl = settings.graphUrl.trim().replace(/\/+$/, '');
  return {
    ...settings,
    graphUrl: isHttpUrl(graphUrl) ? graphUrl : defaultSettings().graphUrl,
    timeZone: isTimeZone(settings.timeZone) ? settings.timeZone : 'system',
  };
}

function viewAll(view: (name: SecretName) => SettingsView['secrets'][SecretName]): SettingsView['secrets'] {
  const [appSecret, appSecretPrevious, verifyToken, accessToken, onpremSecret, ngrokToken, cloudflaredToken] = SECRET_NAMES;
  return {
    appSecret: view(appSecret),
    appSecretPrevious: view(appSecretPrevious),
    verifyToken: view(verifyToken),
    accessToken: view(accessToken),
    onpremSecret: view(onpremSecret),
    ngrokToken: view(ngrokToken),
    cloudflaredToken: view(cloudflaredToken),
  };
}
