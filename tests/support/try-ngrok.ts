import { createTunnel } from '../../electron/inbound/tunnel/create-tunnel.ts';
import { defaultSettings } from '../../electron/settings/default-settings.ts';

// A process of its own: the real SDK with a token that is none. It tells every state, stops at the first answer, and must end by itself.
const tunnel = createTunnel({
  settings: { ...defaultSettings(), tunnel: 'ngrok' },
  ngrokToken: 'not-a-token',
  cloudflaredToken: null,
  version: '0.0.0',
  now: () => Date.now(),
  random: () => 0,
  log: (line) => console.error(line),
});
tunnel.subscribe((state) => {
  console.log(JSON.stringify(state));
  if (state.state === 'down' || state.state === 'failed') void tunnel.stop();
});
tunnel.start({ host: '127.0.0.1', port: 9 });
