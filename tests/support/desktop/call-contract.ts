import type { Page } from 'playwright';

/** oRPC's message as it goes over the port: id, path and JSON body; an answer carries a status where it is not 200. */
type Answer = { i: string; t?: number; p: { s?: number; b?: { json: unknown }; d?: { json: unknown } } };

/** Calls a procedure ("practice/act") by a port of its own, as the page does, and returns the JSON of the answer (bigints as text). */
export function callContract(page: Page, procedure: string, input?: unknown): Promise<unknown> {
  return page.evaluate(
    async ({ procedure: name, input: json }) => {
      const { port1, port2 } = new MessageChannel();
      window.postMessage({ type: 'shopbell:connect', shop: null }, location.origin, [port2]);
      const answered = new Promise<Answer>((resolve) => {
        port1.addEventListener('message', (event: MessageEvent<string>) => resolve(JSON.parse(event.data) as Answer));
      });
      port1.start();
      port1.postMessage(JSON.stringify({ i: '1', p: { u: `/${name}`, b: { json, meta: [] } } }));
      const { p } = await answered;
      port1.close();
      if (p.s !== undefined && p.s >= 400) throw new Error(`${name}: ${p.s} ${JSON.stringify(p.b)}`);
      return p.b?.json;
    },
    { procedure, input },
  );
}

/** Listens to a live procedure by a port of its own; `read` gives what has come so far. */
export async function listenContract(page: Page, procedure: string, input?: unknown): Promise<{ read: () => Promise<unknown[]> }> {
  const key = await page.evaluate(
    ({ procedure: name, input: json }) => {
      const seen: unknown[] = [];
      const store = `heard:${name}`;
      Object.assign(globalThis, { [store]: seen });
      const { port1, port2 } = new MessageChannel();
      window.postMessage({ type: 'shopbell:connect', shop: null }, location.origin, [port2]);
      port1.addEventListener('message', (event: MessageEvent<string>) => {
        const { t, p } = JSON.parse(event.data) as Answer;
        if (t === 3) seen.push(p.d?.json);
      });
      port1.start();
      port1.postMessage(JSON.stringify({ i: '1', p: { u: `/${name}`, b: { json, meta: [] } } }));
      return store;
    },
    { procedure, input },
  );
  return { read: () => page.evaluate((store) => (globalThis as unknown as Record<string, unknown[]>)[store] ?? [], key) };
}
