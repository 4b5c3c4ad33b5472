import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

// A tailscale of 1.80 on the computer "bell" of a tailnet that does not exist. It keeps whether its Funnel is open in a file, as the daemon does:
// a Funnel in the foreground is closed when its program ends.
const { FAKE = 'stands', FAKE_SAW = '' } = process.env;
const args = process.argv.slice(2);
const open = `${FAKE_SAW}.open`;
const offline = `${FAKE_SAW}.offline`;
const leaked = Object.keys(process.env).filter((name) => name.startsWith('SHOPBELL_'));
appendFileSync(FAKE_SAW, `${JSON.stringify({ pid: process.pid, argv: args, leaked })}\n`);

const STATES: Record<string, string> = { 'logged-out': 'NeedsLogin', 'switched-off': 'Stopped', starting: 'Starting' };
const self = { ID: 'nTEST', HostName: 'bell', DNSName: 'bell.tail0000.ts.net.', Online: !existsSync(offline), CapMap: { https: null, funnel: null } };

function status(): void {
  if (FAKE === 'no-daemon') {
    console.error("failed to connect to local tailscaled; it doesn't appear to be running (sudo systemctl start tailscaled ?)");
    process.exit(1);
  }
  if (FAKE === 'hangs') return void setInterval(() => undefined, 1_000);
  console.error('Warning: client version "1.80.0" != tailscaled server version "1.80.2"');
  const state = STATES[FAKE] ?? 'Running';
  console.log(JSON.stringify({ Version: '1.80.0', BackendState: state, Self: state === 'NeedsLogin' ? { DNSName: '' } : self }, null, 2));
}

function funnel(): void {
  const [port, target] = [/^--https=(\d+)$/.exec(args[1] ?? '')?.[1], args[2]];
  if (FAKE === 'not-allowed') {
    console.log('Funnel is not enabled on your tailnet.');
    console.log('To enable, visit:');
    console.log('');
    setTimeout(() => console.log('         https://login.tailscale.com/f/funnel?node=nTEST'), 50);
    setInterval(() => undefined, 1_000);
    return;
  }
  if (FAKE === 'no-attribute') {
    console.error('Funnel not available; "funnel" node attribute not set. See https://tailscale.com/s/no-funnel.');
    process.exit(1);
  }
  if (FAKE === 'denied') {
    console.error('sending serve config: Access denied: serve config denied');
    console.error("Use 'sudo tailscale funnel --https=443 8787'.");
    console.error("To not require root, use 'sudo tailscale set --operator=$USER' once.");
    process.exit(1);
  }
  if (FAKE === 'taken' || FAKE === 'taken-for-us') {
    console.error('background configuration already exists, use `tailscale funnel --https=443 off` to remove the existing configuration');
    process.exit(1);
  }
  writeFileSync(open, `${port} ${target}`);
  const close = () => {
    rmSync(open, { force: true });
    process.exit(0);
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
  console.log(`Available on the internet:\n\nhttps://bell.tail0000.ts.net${port === '443' ? '' : `:${port}`}/\n|-- proxy ${target}\n\nPress Ctrl+C to exit.`);
  setInterval(() => undefined, 1_000);
  if (FAKE === 'dies') setTimeout(() => process.exit(1), 200);
}

function funnelStatus(): void {
  const proxy = `http://127.0.0.1:${FAKE === 'taken-for-us' ? 8787 : 3000}`;
  const key = 'bell.tail0000.ts.net:443';
  console.log(JSON.stringify({ TCP: { 443: { HTTPS: true } }, Web: { [key]: { Handlers: { '/': { Proxy: proxy } } } }, AllowFunnel: { [key]: true } }));
}

if (args[0] === 'status') status();
else if (args[0] === 'funnel' && args[1] === 'status') funnelStatus();
else if (args[0] === 'funnel') funnel();
else throw new Error(`not known: ${args.join(' ')} ${readFileSync(FAKE_SAW, 'utf8')}`);
