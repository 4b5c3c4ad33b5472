import { expect, it } from 'vitest';
import { opensOutside } from '../electron/shell/opens-outside.ts';

it('gives the system nothing but web pages, and none with a name in it', () => {
  for (const address of ['https://shop.example/a', 'http://shop.example']) expect.soft(opensOutside(address), address).toBe(true);
  for (const address of ['file:///etc/passwd', 'javascript:alert(1)', 'mailto:a@shop.example', 'smb://x/y', 'https://bank.example@shop.example/', 'x', '']) {
    expect.soft(opensOutside(address), address).toBe(false);
  }
});
