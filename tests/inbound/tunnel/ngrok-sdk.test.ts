import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

describe('the ngrok SDK itself', () => {
  it('ends in words without a network or without a token, and leaves nothing behind that keeps the process alive', async () => {
    const script = path.join(import.meta.dirname, '../../support/try-ngrok.ts');
    // Rejects when the process ends other than with 0: by an uncaught exception, or killed by the timeout.
    const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 30_000 });
    const states = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(states[0]).toMatchObject({ state: 'connecting' });
    expect(states[1]).toMatchObject({ state: expect.stringMatching(/^(down|failed)$/), reason: expect.stringMatching(/^tunnel-(network|token)$/) });
    expect(states.at(-1)).toEqual({ state: 'off' });
    expect(stdout).not.toContain('not-a-token');
  }, 40_000);
});
