import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { SecretName } from '../../shared/contract/settings.ts';

const WORDS: Record<SecretName, { label: MessageDescriptor; hint: MessageDescriptor }> = {
  appSecret: { label: msg`App secret`, hint: msg`At Meta: your app, App settings, Basic. With it Meta proves that a webhook is its own.` },
  appSecretPrevious: {
    label: msg`Previous app secret`,
    hint: msg`The one before: kept by itself when you change the app secret, taken for 24 hours beside the new one, then thrown away.`,
  },
  verifyToken: { label: msg`Verify token`, hint: msg`Any word that only you know; you enter the same one at Meta beside the callback URL.` },
  accessToken: { label: msg`Access token`, hint: msg`A system user's token with whatsapp_business_messaging. With it Shopbell sends your replies.` },
  onpremSecret: { label: msg`On-Premises secret`, hint: msg`Only for the old On-Premises API or a relay of it: the last part of its webhook address.` },
  ngrokToken: { label: msg`ngrok authtoken`, hint: msg`From ngrok's dashboard, under Your Authtoken.` },
  cloudflaredToken: { label: msg`Cloudflare tunnel token`, hint: msg`From Cloudflare's Zero Trust pages, at your tunnel: the long word after “--token”.` },
};

/** What a secret is called. */
export function secretLabel(name: SecretName): MessageDescriptor {
  return WORDS[name].label;
}

/** Where it comes from and what it is for. */
export function secretHint(name: SecretName): MessageDescriptor {
  return WORDS[name].hint;
}
