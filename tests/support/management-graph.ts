import { answeringServer, type Request } from './answering-server.ts';
import { getTrusting } from './get-trusting.ts';

export const APP = { id: '670843887433847', secret: 'management_app_secret' };
export const TOKEN = 'EAAB-system-user';
export const WABA = '102290129340398';
export const PHONE = '106540352242922';

type Answer = { status?: number; body: unknown };

/** What a Graph API says when it refuses. */
export const refused = (code: number, message: string, status = 400, more: object = {}): Answer => ({
  status,
  body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'A', ...more } },
});
const done: Answer = { body: { success: true } };

/**
 * The management side of a Graph API, with a memory: it calls a callback before it takes it, as Meta does, wants the app's own token where Meta does, and knows
 * app, account and number. `instead` answers a call in its place; `undefined` lets it through.
 */
export async function managementGraph(instead: (request: Request) => Answer | undefined = () => undefined) {
  const state = {
    app: null as { callback: string; fields: string[] } | null,
    subscribed: [] as string[],
    account: null as string | null,
    number: null as string | null,
    commerce: { cart: true, visible: false },
    /** The HTTP statuses of the verifications that it made. */
    verified: [] as number[],
    /** File of a certificate that it trusts, as Meta does those of public authorities; null: addresses are http. */
    trusts: null as string | null,
    instead,
    numberTold: true,
    token: {
      app_id: APP.id,
      type: 'SYSTEM_USER',
      application: 'Corner shop',
      is_valid: true,
      expires_at: 0,
      issued_at: 1_735_689_600,
      scopes: ['whatsapp_business_management', 'whatsapp_business_messaging', 'catalog_management'],
      granular_scopes: [{ scope: 'whatsapp_business_management', target_ids: [WABA] }],
    } as Record<string, unknown>,
    phone: {
      id: PHONE,
      display_phone_number: '+1 555 078 3881',
      verified_name: 'Corner shop',
      quality_rating: 'GREEN',
      platform_type: 'CLOUD_API',
      status: 'CONNECTED',
      is_on_biz_app: false,
      health_status: { can_send_message: 'AVAILABLE', entities: [] },
    } as Record<string, unknown>,
    catalogues: [{ id: '800683284849775', name: 'Bread' }] as object[],
    pin: '246810',
  };

  async function verify(url: string, token: string): Promise<Answer | null> {
    if (!/^https?:/.test(url)) return refused(100, '(#100) Invalid callback URI format');
    const asked = new URL(url);
    asked.search = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': token }).toString();
    const response = state.trusts === null ? await getPlain(asked) : await getTrusting(asked, state.trusts);
    const status = response?.status ?? 0;
    state.verified.push(status);
    if (status === 200 && response?.text === '1158201444') return null;
    return refused(2200, `(#2200) Callback verification failed with the following errors: HTTP Status Code = ${status}; HTTP Message = Not Found`);
  }

  async function answer(request: Request): Promise<Answer> {
    const { method } = request;
    const url = new URL(request.url, 'http://graph');
    const [, , node = '', edge = ''] = url.pathname.split('/');
    const bearer = request.headers.authorization?.replace('Bearer ', '');
    const body = JSON.parse(request.body || '{}') as Record<string, unknown> & {
      webhook_configuration?: { override_callback_uri: string; verify_token: string };
    };
    if (bearer !== TOKEN && bearer !== `${APP.id}|${APP.secret}`)
      return refused(190, bearer?.includes('|') ? 'Invalid OAuth access token signature.' : 'Error validating access token: Session has expired', 401);
    if (node === 'debug_token') return { body: { data: url.searchParams.get('input_token') === TOKEN ? state.token : { is_valid: false } } };
    if (node === APP.id && edge === 'subscriptions') {
      if (bearer === TOKEN) return refused(15, '(#15) This method must be called with an app access token');
      if (method === 'DELETE') {
        state.app = null;
        return done;
      }
      if (method === 'POST') {
        const failed = await verify(String(body['callback_url']), String(body['verify_token']));
        if (failed) return failed;
        state.app = { callback: String(body['callback_url']), fields: String(body['fields']).split(',') };
        return done;
      }
      const { app } = state;
      const entry = app && { object: 'whatsapp_business_account', callback_url: app.callback, active: true, fields: app.fields.map((name) => ({ name })) };
      return { body: { data: entry ? [{ object: 'page', callback_url: 'https://other.example', active: true, fields: [] }, entry] : [] } };
    }
    if (node === WABA && edge === 'subscribed_apps') {
      if (method === 'DELETE') {
        state.subscribed = [];
        state.account = null;
        return done;
      }
      if (method === 'POST') {
        const override = body['override_callback_uri'];
        if (typeof override === 'string' && !state.subscribed.includes(APP.id))
          return refused(100, '(#100) Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account');
        const failed = typeof override === 'string' ? await verify(override, String(body['verify_token'])) : null;
        if (failed) return failed;
        state.account = typeof override === 'string' ? override : null;
        state.subscribed = [APP.id];
        return done;
      }
      const over = state.account === null ? {} : { override_callback_uri: state.account };
      return { body: { data: state.subscribed.map((id) => ({ whatsapp_business_api_data: { id, name: 'Corner shop' }, ...over })) } };
    }
    if (node === WABA && edge === 'phone_numbers') return { body: { data: [state.phone] } };
    if (node === WABA && edge === 'product_catalogs') return { body: { data: state.catalogues } };
    if (node === WABA) return { body: { id: WABA, name: 'Corner shop', currency: 'EUR', timezone_id: '1' } };
    if (node === PHONE && edge === 'whatsapp_commerce_settings') {
      const flag = (name: string, was: boolean) => (url.searchParams.has(name) ? url.searchParams.get(name) === 'true' : was);
      const { cart, visible } = state.commerce;
      if (method !== 'POST') return { body: { data: [{ id: PHONE, is_cart_enabled: cart, is_catalog_visible: visible }] } };
      state.commerce = { cart: flag('is_cart_enabled', cart), visible: flag('is_catalog_visible', visible) };
      return done;
    }
    if (node === PHONE && edge === 'register') {
      if (body['pin'] !== state.pin) return refused(133005, '(#133005) Two-step verification PIN mismatch');
      state.phone = { ...state.phone, platform_type: 'CLOUD_API', status: 'CONNECTED' };
      return done;
    }
    if (node === PHONE && edge === '' && method === 'POST') {
      const { override_callback_uri: override = '', verify_token: verifyToken = '' } = body.webhook_configuration ?? {};
      const failed = override === '' ? null : await verify(override, verifyToken);
      if (failed) return failed;
      state.number = override === '' ? null : override;
      return done;
    }
    if (node === PHONE) {
      const told = {
        ...(state.app ? { application: state.app.callback } : {}),
        ...(state.account === null ? {} : { whatsapp_business_account: state.account }),
        ...(state.number === null ? {} : { phone_number: state.number }),
      };
      const all: Record<string, unknown> = { ...state.phone, ...(state.numberTold ? { webhook_configuration: told } : {}) };
      const fields = (url.searchParams.get('fields') ?? '').split(',');
      if (fields.includes('webhook_configuration') && !state.numberTold)
        return refused(100, '(#100) Tried accessing nonexisting field (webhook_configuration)');
      return { body: Object.fromEntries(Object.entries(all).filter(([name]) => name === 'id' || fields.includes(name))) };
    }
    return refused(803, '(#803) Some of the aliases you requested do not exist', 404);
  }

  const server = await answeringServer((response, request) => {
    void Promise.resolve(state.instead(request) ?? answer(request)).then(({ status = 200, body }) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    );
  });
  return {
    ...server,
    state,
    access: { baseUrl: server.url, version: 'v25.0', accessToken: TOKEN },
    /** What was asked, as "METHOD path", without what only reads. */
    writes: () => server.asked.filter(({ method }) => method !== 'GET').map(({ method, url }) => `${method} ${url.replace('/v25.0/', '')}`),
  };
}

async function getPlain(url: URL): Promise<{ status: number; text: string } | null> {
  const response = await fetch(url).catch(() => null);
  return response && { status: response.status, text: await response.text() };
}
