import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// A cloudflared that knows its lines: those of 2024.12, as people have posted them, with ids of nobody. It says them on standard error.
const { FAKE = 'stands', FAKE_SAW = '', FAKE_SERVICE = 'http://localhost:8787', TUNNEL_TOKEN = '' } = process.env;
const leaked = Object.keys(process.env).filter((name) => name.startsWith('SHOPBELL_') || (name.startsWith('TUNNEL_') && name !== 'TUNNEL_TOKEN'));
appendFileSync(FAKE_SAW, `${JSON.stringify({ pid: process.pid, argv: process.argv.slice(2), token: TUNNEL_TOKEN, leaked })}\n`);

const say = (line: string) => console.error(`${new Date().toISOString().slice(0, 19)}Z ${line}`);
const rules = (hostname: string) =>
  JSON.stringify({
    ingress: [{ hostname, originRequest: {}, service: FAKE_SERVICE }, { service: 'http_status:404' }],
    'warp-routing': { enabled: false },
  });
const configure = (hostname: string, version: number) => say(`INF Updated to new configuration config=${JSON.stringify(rules(hostname))} version=${version}`);
const register = (connection: number, protocol: string) =>
  say(
    `INF Registered tunnel connection connIndex=${connection} connection=830bf962-7674-4e02-b648-65177c832c6${connection} event=0 ip=198.51.100.${connection} location=fra0${connection} protocol=${protocol}`,
  );

let well: 'ready' | 'unready' | 'hangs' = 'ready';
const metrics = createServer((_request, response) => {
  if (well === 'hangs') return;
  response.writeHead(well === 'ready' ? 200 : 503, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ status: well === 'ready' ? 200 : 503, readyConnections: well === 'ready' ? 4 : 0 }));
});

function begin(then: () => void): void {
  say('INF Starting tunnel tunnelID=00000000-1111-4222-8333-444444444444');
  say('INF Version 2024.12.2 (Checksum 00)');
  say('INF GOOS: linux, GOVersion: go1.22.5, GoArch: amd64');
  say('INF Settings: map[loglevel:info metrics:127.0.0.1:0 no-autoupdate:true token:*****]');
  say('INF Generated Connector ID: 6f5bd919-1c79-4e2a-96db-65962c321200');
  say('INF Initial protocol quic');
  metrics.listen(0, '127.0.0.1', () => {
    say(`INF Starting metrics server on 127.0.0.1:${(metrics.address() as AddressInfo).port}/metrics`);
    then();
  });
}

const stand = (protocol = 'quic') => {
  for (const connection of [0, 1, 2, 3]) register(connection, protocol);
  configure('bell.shop.example', 2);
};
const noQuic = () => {
  say('ERR Failed to dial a quic connection error="failed to dial to edge with quic: timeout: no recent network activity" connIndex=0 event=0 ip=198.51.100.7');
  say('INF Retrying connection in up to 2s connIndex=0 event=0 ip=198.51.100.7');
};

process.on('SIGTERM', () => {
  if (FAKE === 'stubborn') return;
  say('INF Initiating graceful shutdown due to signal terminated ...');
  process.exit(0);
});

const SCENES: Record<string, () => void> = {
  stands: () => begin(() => stand()),
  stubborn: () => begin(() => stand()),
  dies: () =>
    begin(() => {
      stand();
      setTimeout(() => process.exit(1), 200);
    }),
  'falls-silent': () =>
    begin(() => {
      stand();
      well = 'hangs';
    }),
  'loses-all': () =>
    begin(() => {
      stand();
      setTimeout(() => {
        well = 'unready';
        for (const connection of [0, 1, 2, 3]) {
          say(`ERR Failed to serve quic connection error="timeout: no recent network activity" connIndex=${connection} event=0 ip=198.51.100.${connection}`);
          say(`INF Unregistered tunnel connection connIndex=${connection} event=0 ip=198.51.100.${connection}`);
        }
      }, 200);
      setTimeout(() => {
        well = 'ready';
        register(0, 'quic');
      }, 700);
    }),
  hangs: () => void setInterval(() => undefined, 1_000),
  'bad-token': () => {
    console.error('Provided Tunnel token is not valid.');
    console.error("See 'cloudflared tunnel run --help'.");
    process.exit(255);
  },
  refused: () =>
    begin(() =>
      say(`ERR Register tunnel error from server side error="Unauthorized: Invalid tunnel secret ${TUNNEL_TOKEN}" connIndex=0 event=0 ip=198.51.100.7`),
    ),
  'no-network': () => {
    say('ERR Failed to fetch features, default to disable error="lookup cfd-features.argotunnel.com on 127.0.0.53:53: server misbehaving"');
    say(
      'ERR edge discovery: error looking up Cloudflare edge IPs: the DNS query failed error="lookup _v2-origintunneld._tcp.argotunnel.com on 127.0.0.53:53: server misbehaving" event=0',
    );
    say('ERR Initiating shutdown error="Could not lookup srv records on _v2-origintunneld._tcp.argotunnel.com"');
    process.exit(1);
  },
  'no-udp': () =>
    begin(() => {
      noQuic();
      noQuic();
      say('INF Switching to fallback protocol http2 connIndex=0 event=0 ip=198.51.100.7');
      stand('http2');
    }),
  moves: () =>
    begin(() => {
      stand();
      setTimeout(() => configure('orders.shop.example', 3), 200);
    }),
  'no-rules': () =>
    begin(() => {
      register(0, 'quic');
      say('INF Updated to new configuration config=null version=0');
      say('WRN No ingress rules were defined in provided config (if any) nor from the cli, cloudflared will return 503 for all incoming HTTP requests');
    }),
};
SCENES[FAKE]?.();
