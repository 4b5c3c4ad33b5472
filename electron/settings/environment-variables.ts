import type { SecretName, Settings } from '../../shared/contract/settings.ts';
import { settingsSchema } from '../../shared/contract/settings.ts';
import { StartError } from '../start-error.ts';
import { isHttpUrl, isPublicUrl, isTimeZone } from './check-values.ts';

/** Settings that the environment can hold, with what is wanted of the value besides the contract's schema. */
export const SETTING_VARIABLES = {
  SHOPBELL_PHONE_NUMBER_ID: { setting: 'phoneNumberId', wants: 'the number’s id at Meta: digits only' },
  SHOPBELL_GRAPH_URL: { setting: 'graphUrl', wants: 'an address that begins with https:// or http://', holds: isHttpUrl },
  SHOPBELL_GRAPH_VERSION: { setting: 'graphVersion', wants: 'a version such as v25.0' },
  SHOPBELL_PUBLIC_URL: { setting: 'publicUrl', wants: 'an address that begins with https://', holds: isPublicUrl },
  SHOPBELL_NGROK_DOMAIN: { setting: 'ngrokDomain', wants: 'a domain such as shop.ngrok.app', holds: (text: string) => /^[\w.-]+$/.test(text) },
  SHOPBELL_CLOUDFLARED_PATH: { setting: 'cloudflaredPath', wants: 'where the cloudflared program is' },
  SHOPBELL_CLOUDFLARED_HOSTNAME: {
    setting: 'cloudflaredHostname',
    wants: 'a hostname such as bell.shop.example',
    holds: (text: string) => /^[\w.-]+$/.test(text),
  },
  SHOPBELL_TAILSCALE_PATH: { setting: 'tailscalePath', wants: 'where the tailscale program is' },
  SHOPBELL_FUNNEL_PORT: { setting: 'funnelPort', wants: 'one of 443, 8443, 10000', number: true },
  SHOPBELL_TUNNEL: { setting: 'tunnel', wants: 'one of none, own, ngrok, cloudflared, tailscale' },
  SHOPBELL_LANGUAGE: { setting: 'language', wants: 'one of system, en, de' },
  SHOPBELL_TIME_ZONE: { setting: 'timeZone', wants: 'a time zone such as Europe/Berlin, or system', holds: isTimeZone },
  SHOPBELL_SHOP_NAME: { setting: 'shopName', wants: 'a name of at most 80 characters' },
} as const satisfies Record<string, { setting: keyof Settings; wants: string; holds?: (text: string) => boolean; number?: true }>;

export const SECRET_VARIABLES: Readonly<Record<SecretName, string>> = {
  appSecret: 'SHOPBELL_APP_SECRET',
  appSecretPrevious: 'SHOPBELL_APP_SECRET_PREVIOUS',
  verifyToken: 'SHOPBELL_VERIFY_TOKEN',
  accessToken: 'SHOPBELL_ACCESS_TOKEN',
  onpremSecret: 'SHOPBELL_ONPREM_SECRET',
  ngrokToken: 'SHOPBELL_NGROK_TOKEN',
  cloudflaredToken: 'SHOPBELL_CLOUDFLARED_TOKEN',
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable's text without the white space around it; null when it is unset or empty. */
export function readVariable(environment: Environment, variable: string): string | null {
  return environment[variable]?.trim() || null;
}

/**
 * Settings held by the environment, and which variable holds each.
 * @throws StartError `bad-environment` naming the variable, and never its value: people paste secrets into the wrong one.
 */
export function readSettingVariables(environment: Environment): { values: Partial<Settings>; fixed: Record<string, string> } {
  const values: Partial<Settings> = {};
  const fixed: Record<string, string> = {};
  for (const [variable, rule] of Object.entries(SETTING_VARIABLES)) {
    const text = readVariable(environment, variable);
    if (text === null) continue;
    const parsed = settingsSchema.partial().safeParse({ [rule.setting]: 'number' in rule ? Number(text) : text });
    if (!parsed.success || ('holds' in rule && !rule.holds(text))) {
      throw new StartError('bad-environment', `The environment variable ${variable} has a value that cannot be used: it should be ${rule.wants}.`);
    }
    Object.assign(values, parsed.data);
    fixed[rule.setting] = variable;
  }
  const implied = fixed['tunnel'] === undefined ? impliedTunnel(environment) : null;
  if (implied !== null) {
    values.tunnel = implied.tunnel;
    fixed['tunnel'] = implied.variable;
  }
  return { values, fixed };
}

/** Whoever gives a public address or a tunnel's token means that tunnel; an address of one's own needs less, so it goes first. */
function impliedTunnel(environment: Environment): { tunnel: Settings['tunnel']; variable: string } | null {
  if (readVariable(environment, 'SHOPBELL_PUBLIC_URL') !== null) return { tunnel: 'own', variable: 'SHOPBELL_PUBLIC_URL' };
  if (readVariable(environment, SECRET_VARIABLES.ngrokToken) !== null) return { tunnel: 'ngrok', variable: SECRET_VARIABLES.ngrokToken };
  if (readVariable(environment, SECRET_VARIABLES.cloudflaredToken) !== null) return { tunnel: 'cloudflared', variable: SECRET_VARIABLES.cloudflaredToken };
  return null;
}
