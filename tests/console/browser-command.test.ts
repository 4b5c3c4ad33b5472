import { describe, expect, it } from 'vitest';
import { browserCommand, hasBrowser } from '../../electron/console/open-browser.ts';
import { redactSecrets } from '../../electron/console/redact-secrets.ts';

describe('opening a browser', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['linux', { DISPLAY: ':0', CI: 'true' }, false],
    ['darwin', {}, true],
    ['win32', {}, true],
    ['win32', { CI: '1' }, false],
  ] as const)('on %s with %j: %s', (platform, environment, there) => {
    expect(hasBrowser(platform, environment)).toBe(there);
  });

  it('hands the address over as one argument', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(browserCommand(platform, 'http://127.0.0.1:1/#token=a.b').args.at(-1)).toBe('http://127.0.0.1:1/#token=a.b');
    }
  });
});

describe('a line of the log', () => {
  it('loses every secret that is set', () => {
    const line = redactSecrets('refused EAAB-secret and EAAB-secret, not abc', (name) => (name === 'accessToken' ? 'EAAB-secret' : 'abc'));
    expect(line).toBe('refused … and …, not abc');
  });
});
