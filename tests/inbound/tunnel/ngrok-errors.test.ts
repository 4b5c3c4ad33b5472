import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNgrokError } from '../../../electron/inbound/tunnel/ngrok-errors.ts';

const thrown = (code: string, message = 'failed to connect session') => Object.assign(new Error(message), { errorCode: code });

describe('what ngrok refuses', () => {
  it.each([
    ['ERR_NGROK_105', 'tunnel-token', 'person'],
    ['ERR_NGROK_106', 'tunnel-token', 'person'],
    ['ERR_NGROK_107', 'tunnel-token', 'person'],
    ['ERR_NGROK_108', 'tunnel-limit', 'retry'],
    ['ERR_NGROK_120', 'tunnel-missing', 'person'],
    ['ERR_NGROK_121', 'tunnel-missing', 'person'],
    ['ERR_NGROK_123', 'tunnel-token', 'person'],
    ['ERR_NGROK_319', 'tunnel-domain', 'person'],
    ['ERR_NGROK_320', 'tunnel-domain', 'person'],
    ['ERR_NGROK_334', 'tunnel-domain', 'retry'],
    ['ERR_NGROK_725', 'tunnel-limit', 'person'],
    ['ERR_NGROK_727', 'tunnel-limit', 'person'],
    ['ERR_NGROK_734', 'tunnel-limit', 'retry'],
    ['ERR_NGROK_4018', 'tunnel-token', 'person'],
    ['ERR_NGROK_15002', 'tunnel-domain', 'person'],
    ['ERR_NGROK_15013', 'tunnel-domain', 'person'],
    ['ERR_NGROK_999999', 'tunnel-network', 'retry'],
  ])('%s is %s, for %s', (code, reason, cure) => {
    expect(readNgrokError(thrown(code), '')).toMatchObject({ reason, cure });
    expect(readNgrokError(new Error(`session closed\n${code}`), '')).toMatchObject({ reason, cure });
  });

  it('is told without the token, on one line of bounded length, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), fc.stringMatching(/^2[A-Za-z0-9_]{20,40}$/), (text, token) => {
        const fault = readNgrokError(thrown('ERR_NGROK_105', `${text}\r\nYour authtoken: ${token}\r\n${text}`), token);
        expect(fault.details ?? '').not.toContain(token);
        expect(fault.details ?? '').not.toContain('\n');
        expect((fault.details ?? '').length).toBeLessThanOrEqual(300);
      }),
    );
  });

  it('is read from anything that can be thrown', () => {
    for (const odd of [null, undefined, 7, 'text', {}, { errorCode: 107 }]) expect(() => readNgrokError(odd, 'x')).not.toThrow();
  });
});
