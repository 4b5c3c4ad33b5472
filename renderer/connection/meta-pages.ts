import type { ProofKind } from '../../shared/domain/link-proof.ts';
import type { Reason } from '../../shared/domain/reason.ts';

const MANAGER = 'https://business.facebook.com/wa/manage/phone-numbers/';
const SYSTEM_USERS = 'https://business.facebook.com/settings/system-users';

/** The page at Meta on which a fault is mended. @param appId empty: not known */
export function metaPage(proof: ProofKind | null, reason: Reason | null, appId: string): string {
  const app = appId === '' ? 'https://developers.facebook.com/apps/' : `https://developers.facebook.com/apps/${appId}/`;
  if (reason === 'payment-method') return 'https://business.facebook.com/billing_hub/accounts';
  if (reason === 'app-not-live') return appId === '' ? app : `${app}settings/basic/`;
  switch (proof) {
    case 'token':
      return SYSTEM_USERS;
    case 'number':
    case 'account':
      return MANAGER;
    case 'signature':
      return appId === '' ? app : `${app}settings/basic/`;
    case 'callback':
    case 'subscribed':
    case 'verified':
      return appId === '' ? app : `${app}whatsapp-business/wa-settings/`;
    case 'server':
    case 'tunnel':
    case 'loop':
    case 'arrivals':
    case 'clock':
    case null:
      return app;
  }
}
