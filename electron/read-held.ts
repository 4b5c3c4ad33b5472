import type { EffectiveSettings } from './settings/effective-settings.ts';
import { zoneInForce } from './settings/check-values.ts';
import { TUNNEL_SETTINGS } from './inbound/tunnel/create-tunnel.ts';
import { shopLanguage } from './settings/shop-language.ts';

/** The values in force, as hot paths ask for them. */
export function readHeld(settings: EffectiveSettings) {
  const values = settings.values();
  const { graphUrl, graphVersion, timeZone, businessDayStart } = values;
  const accessToken = settings.secret('accessToken');
  const appSecrets = [settings.secret('appSecret'), settings.secret('appSecretPrevious')].filter((secret) => secret !== null);
  return {
    values,
    shopLanguage: shopLanguage(values, Intl.DateTimeFormat().resolvedOptions().locale),
    secrets: { appSecrets, verifyToken: settings.secret('verifyToken'), onpremSecret: settings.secret('onpremSecret') },
    access: accessToken === null ? null : { baseUrl: graphUrl, version: graphVersion, accessToken },
    missing: settings.view().missing,
    day: { timeZone: zoneInForce(timeZone), businessDayStart },
    /** Another text here wants a new tunnel. */
    tunnel: JSON.stringify([...TUNNEL_SETTINGS.map((name) => values[name]), settings.secret('ngrokToken'), settings.secret('cloudflaredToken')]),
  };
}
