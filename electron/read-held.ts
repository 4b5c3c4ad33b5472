import type { EffectiveSettings } from './settings/effective-settings.ts';
import { zoneInForce } from './settings/check-values.ts';
import { TUNNEL_SETTINGS } from './inbound/tunnel/create-tunnel.ts';
import { acceptsPreviousSecret } from '../shared/domain/secret-rotation.ts';
import { shopLanguage } from './settings/shop-language.ts';

/** The values in force, as hot paths ask for them. */
export function readHeld(settings: EffectiveSettings) {
  const values = settings.values();
  const { graphUrl, graphVersion, timeZone, businessDayStart, appSecretChangedAt } = values;
  const accessToken = settings.secret('accessToken');
  const appSecret = settings.secret('appSecret');
  const previous = appSecret === null ? null : settings.secret('appSecretPrevious');
  const view = settings.view();
  // Whoever starts the program with two secrets says himself how long.
  const lasting = view.secrets.appSecretPrevious?.source.from === 'environment';
  const alone = {
    appSecrets: appSecret === null ? [] : [appSecret],
    verifyToken: settings.secret('verifyToken'),
    onpremSecret: settings.secret('onpremSecret'),
  };
  const both = previous === null ? alone : { ...alone, appSecrets: [...alone.appSecrets, previous] };
  return {
    values,
    shopLanguage: shopLanguage(values, Intl.DateTimeFormat().resolvedOptions().locale),
    appSecret,
    /** What proves a webhook then; the secret in force stands first, the one before it is among them for a day. */
    secrets: (now: number) => (lasting || acceptsPreviousSecret(appSecretChangedAt, now) ? both : alone),
    access: accessToken === null ? null : { baseUrl: graphUrl, version: graphVersion, accessToken },
    missing: view.missing,
    day: { timeZone: zoneInForce(timeZone), businessDayStart },
    /** Another text here wants a new tunnel. */
    tunnel: JSON.stringify([...TUNNEL_SETTINGS.map((name) => values[name]), settings.secret('ngrokToken'), settings.secret('cloudflaredToken')]),
  };
}
