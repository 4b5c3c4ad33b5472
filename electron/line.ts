import type { ConnectionView } from '../shared/contract/connection.ts';
import type { Reason } from '../shared/domain/reason.ts';
import { REHEARSAL_NUMBER } from '../shared/domain/rehearsal.ts';
import { autoAnswerNow } from './parts/auto-answer-now.ts';
import { createAskReader } from './ask-reader.ts';
import { breathe } from './breathe.ts';
import { resumeErasures } from './commands/erase-customer.ts';
import { createFeed } from './feed.ts';
import { sendMessage } from './graph/send-message.ts';
import { ONPREM_NUMBER } from './inbound/parse-webhook.ts';
import { createReceiver } from './inbound/receive-webhook.ts';
import type { Tunnel } from './inbound/tunnel/tunnel.ts';
import { startFetching } from './parts/start-fetching.ts';
import { startChatCare } from './parts/start-chat-care.ts';
import { startDoor } from './parts/start-door.ts';
import { startLink } from './parts/start-link.ts';
import { keepCalls, lineSecrets } from './parts/keep-calls.ts';
import { createThrottle } from './parts/throttle.ts';
import { startFiles } from './parts/start-files.ts';
import { startOutboxWorker } from './outbound/outbox-worker.ts';
import { startPrinting } from './parts/start-printing.ts';
import { openStore } from './store/open-store.ts';
import { createRehearsal } from './parts/rehearse.ts';
import type { LineOptions } from './parts/line-options.ts';
import { callbackOf, viewLine } from './parts/view-line.ts';
import { importPayloads } from './parts/import-payloads.ts';

/**
 * One line, from the tunnel to the page's news and from the page's reply to the world, over one database. The real shop and
 * the practice shop are two of these, and differ in nothing but what they are given.
 * @throws StartError see `openStore`; a webhook port in use is no error but told in `connection()`
 */
export async function startLine(given: LineOptions) {
  const calls = keepCalls({ secrets: () => lineSecrets(given), now: given.now });
  const options: LineOptions = { ...given, access: () => calls.overhear(given.access()) };
  const { now, log } = options;
  const store = openStore(options.file);
  const reader = createAskReader(options.file, log);
  const feed = createFeed(options.newId());
  let disk: Reason | null = null;
  let clockSkew: number | null = null;
  let tunnel: { kind: ConnectionView['tunnelKind']; tunnel: Tunnel } | null = null;

  // At most once a second: a flood of webhooks, or of forged ones, must not flood the page.
  const tellConnection = createThrottle(() => feed.publish([{ kind: 'connection' }]), 1_000);
  const rehearsal = createRehearsal({
    store,
    appSecrets: () => options.secrets().appSecrets,
    port: () => door.port,
    callback: () => {
      const url = callbackOf(tunnel?.tunnel.state);
      return url === null ? null : { url, own: tunnel?.kind === 'own' };
    },
    currency: () => options.values().currency,
    now,
    newId: options.newId,
  });
  const receiver = createReceiver({
    store,
    settings: () => ({
      ...options.day(),
      clockSkew: clockSkew ?? 0,
      isRehearsal: rehearsal.isRehearsal,
      printsOrders: printing.printsOnArrival(),
      removesDeleted: options.values().deletedMessages === 'remove',
      autoAnswer: autoAnswerNow({ ...options, configured }),
    }),
    phoneNumberId: () => options.account().phoneNumberId,
    now,
    publish: (news) => {
      feed.publish(news);
      tellConnection();
      // An arrival may have been answered by itself.
      const { away, greeting } = options.values().autoAnswers;
      if (away.on || greeting.on) outbox.wake();
    },
    onDisk: (reason) => {
      if (reason === disk) return;
      disk = reason;
      log(reason === null ? 'the disk takes webhooks again' : `webhooks cannot be stored: ${reason}`);
      feed.publish([{ kind: 'connection' }]);
    },
    log,
  });

  const access = () => options.access() ?? { baseUrl: '', version: '', accessToken: '' };
  let lastAccess = JSON.stringify(options.access());
  const configured = () => given.access() !== null;
  const onDate = (metaTime: number) => {
    clockSkew = now() - metaTime;
  };
  const files = startFiles({ ...options, store, feed, access, configured });
  const outbox = startOutboxWorker({
    store,
    upload: files.upload,
    send: (message) => sendMessage(access(), message, onDate),
    configured,
    publish: feed.publish,
    now,
    random: options.random,
    log,
  });
  const fetching = startFetching({ store, feed, access, configured, wabaId: () => options.account().wabaId || store.facts.get('waba_id'), now, log });
  const care = startChatCare({ store, feed, access, configured, canSendFrom, values: options.values, now, log });
  const printing = startPrinting({ ...options, heading: options.ticketHeading ?? null, store, feed, reader });

  const door = await startDoor({
    ...options,
    store,
    receive: receiver.receive,
    onRefused: tellConnection,
    onVerified: () => link.verified(),
    onListening: () => {
      leadHere();
      feed.publish([{ kind: 'connection' }]);
    },
  });
  const link = startLink({
    ...options,
    store,
    feed,
    door,
    tunnel: () => tunnel,
    restartTunnel,
    clockSkew: () => clockSkew,
    onDate,
    pace: options.watchPace,
  });
  async function restartTunnel(): Promise<void> {
    const standing = tunnel;
    await standing?.tunnel.stop();
    if (standing === tunnel) leadHere();
  }
  /** There may be nothing yet to lead to. */
  function leadHere(): void {
    if (tunnel !== null && door.port !== null) tunnel.tunnel.start({ host: '127.0.0.1', port: door.port });
  }

  const again = (await receiver.readAgain()) + (await receiver.readCardsAgain());
  if (again > 0) {
    log(`${again} webhooks that an older version could not read were read again`);
    fetching.wake();
    files.wake();
  }

  void resumeErasures({ store, publish: feed.publish, breathe, sweepFiles: files.sweep });

  const connection = (screens: ConnectionView['screens']): ConnectionView =>
    viewLine(
      { store, outboxHold: outbox.hold(), now: now(), day: options.day() },
      { port: door.port, problem: door.problem, onprem: options.secrets().onpremSecret !== null, tunnel, refused: door.refused(), disk, clockSkew },
      { shop: options.shop, missing: options.missing(), screens, link: link.view() },
    );

  return {
    shop: options.shop,
    values: options.values,
    shopLanguage: options.shopLanguage,
    /** How to call Meta; null while something that a call needs is not set. */
    access: options.access,
    day: options.day,
    store,
    /** Answers questions that may take their time. */
    reader,
    feed,
    outbox,
    fetching,
    files,
    printing,
    /** Where the webhook server listens; null while it cannot. */
    get port(): number | null {
      return door.port;
    },
    connection,
    door,
    /** The calls of the Graph API since the program started. */
    calls,
    /** What must not be seen by whoever helps. */
    secrets: () => lineSecrets(given),
    link,
    /** Sends a rehearsal order the real way. */
    rehearse: rehearsal.rehearse,
    /** The same by the public address. */
    rehearsePublicly: rehearsal.rehearsePublicly,
    /** Takes old bodies out of a file's text; quietly. */
    importPayloads: (text: string) => importPayloads(text, receiver.importBodies),
    canSendFrom,
    care,
    /** Leads the way from the internet here; the one before it is stopped first. Null leads none. */
    async useTunnel(next: { kind: ConnectionView['tunnelKind']; tunnel: Tunnel } | null): Promise<void> {
      const before = tunnel;
      tunnel = next;
      await before?.tunnel.stop();
      next?.tunnel.subscribe(() => feed.publish([{ kind: 'connection' }]));
      // A third call may have led another way while the one before was ending.
      if (tunnel === next) leadHere();
      feed.publish([{ kind: 'connection' }]);
    },
    /** Settings changed: what stood still for want of one, or was refused by it, tries again. A moved slider hurries nothing. */
    settingsChanged(): void {
      const given = JSON.stringify(options.access());
      if (given !== lastAccess) {
        outbox.resume();
        files.hurry();
      }
      lastAccess = given;
      fetching.wake();
      care.wake();
      printing.settingsChanged();
      link.settingsChanged();
      feed.publish([{ kind: 'settings' }, { kind: 'connection' }]);
    },
    /** Ends in the order of the data: no more arrivals, then no more sending, then the memory is closed. */
    async stop(): Promise<void> {
      link.stop();
      await tunnel?.tunnel.stop();
      await door.stop();
      tellConnection.stop();
      fetching.stop();
      await files.stop();
      care.stop();
      await Promise.all([outbox.stop(), printing.stop()]);
      feed.close();
      await reader.stop();
      store.close();
    },
  };
}
/** False for conversations whose number nothing can be sent from: the On-Premises API has ended. */
function canSendFrom(phoneNumberId: string): boolean {
  return ![ONPREM_NUMBER, REHEARSAL_NUMBER, 'unnamed'].includes(phoneNumberId);
}
export type Line = Awaited<ReturnType<typeof startLine>>;
