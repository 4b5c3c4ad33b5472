import http from 'node:http';
import type { AddressInfo } from 'node:net';

const APP = { id: '670843887433847', name: 'Corner bakery' };
const WABA = '102290129340398';
// A number that is kept for films and books.
const NUMBER = {
  id: '106540352242922',
  display_phone_number: '+49 30 23125014',
  verified_name: 'Corner bakery',
  quality_rating: 'GREEN',
  platform_type: 'CLOUD_API',
  status: 'CONNECTED',
  is_on_biz_app: false,
  health_status: { can_send_message: 'AVAILABLE', entities: [] },
};
const SCOPES = ['whatsapp_business_management', 'whatsapp_business_messaging', 'catalog_management'];

/** What a set-up reads of Meta's, by the end of the path that is asked for. */
const ANSWERS: Readonly<Record<string, object>> = {
  debug_token: {
    data: {
      app_id: APP.id,
      type: 'SYSTEM_USER',
      application: APP.name,
      is_valid: true,
      expires_at: 0,
      scopes: SCOPES,
      granular_scopes: [{ scope: 'whatsapp_business_management', target_ids: [WABA] }],
    },
  },
  phone_numbers: { data: [NUMBER] },
  product_catalogs: { data: [{ id: '194836987003835', name: 'Bread and cake' }] },
  whatsapp_commerce_settings: { data: [{ id: NUMBER.id, is_cart_enabled: true, is_catalog_visible: true }] },
  [WABA]: { id: WABA, name: 'Corner bakery', currency: 'EUR', timezone_id: '47' },
  [NUMBER.id]: NUMBER,
};

/** A shop at Meta that only stands to be looked at: every token and secret is taken for its own. */
export async function answerAsMeta(): Promise<{ url: string; stop(): void }> {
  const server = http.createServer((request, response) => {
    const last = new URL(request.url ?? '/', 'http://graph').pathname.split('/').at(-1) ?? '';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(ANSWERS[last] ?? { data: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
