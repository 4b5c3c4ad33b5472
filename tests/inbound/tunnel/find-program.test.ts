import { describe, expect, it } from 'vitest';
import { findProgram } from '../../../electron/inbound/tunnel/find-program.ts';

const find = (name: string, platform: NodeJS.Platform, there: string[], environment: Record<string, string> = {}, given = '') =>
  findProgram(name, given, { platform, environment }, (file) => there.includes(file));

describe('where an installed program is', () => {
  it('is PATH first, then where installers put it', () => {
    expect(find('cloudflared', 'linux', ['/home/me/bin/cloudflared', '/usr/bin/cloudflared'], { PATH: '/home/me/bin:/usr/bin' })).toBe(
      '/home/me/bin/cloudflared',
    );
    expect(find('cloudflared', 'linux', ['/snap/bin/cloudflared'], {})).toBe('/snap/bin/cloudflared');
    expect(find('cloudflared', 'darwin', ['/opt/homebrew/bin/cloudflared'], { PATH: '/usr/bin:/bin' })).toBe('/opt/homebrew/bin/cloudflared');
    expect(find('tailscale', 'darwin', ['/Applications/Tailscale.app/Contents/MacOS/Tailscale'])).toBe('/Applications/Tailscale.app/Contents/MacOS/Tailscale');
    const programs = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', ProgramFiles: 'C:\\Program Files', Path: 'C:\\Windows' };
    expect(find('cloudflared', 'win32', ['C:\\Program Files (x86)\\cloudflared\\cloudflared.exe'], programs)).toBe(
      'C:\\Program Files (x86)\\cloudflared\\cloudflared.exe',
    );
    expect(find('tailscale', 'win32', ['C:\\Program Files\\Tailscale\\tailscale.exe'], programs)).toBe('C:\\Program Files\\Tailscale\\tailscale.exe');
    expect(find('cloudflared', 'win32', ['C:\\Windows\\cloudflared.exe'], programs)).toBe('C:\\Windows\\cloudflared.exe');
    expect(find('cloudflared', 'linux', [], { PATH: '/usr/bin' })).toBeNull();
  });

  it('is never a relative folder of PATH', () => {
    expect(find('cloudflared', 'linux', ['cloudflared', './cloudflared', 'bin/cloudflared'], { PATH: ':.:bin' })).toBeNull();
  });

  it('is what the settings say and nowhere else: the program, or its folder', () => {
    const there = ['/opt/cf/cloudflared', '/usr/bin/cloudflared'];
    expect(find('cloudflared', 'linux', there, { PATH: '/usr/bin' }, ' /opt/cf/cloudflared ')).toBe('/opt/cf/cloudflared');
    expect(find('cloudflared', 'linux', there, { PATH: '/usr/bin' }, '/opt/cf')).toBe('/opt/cf/cloudflared');
    expect(find('cloudflared', 'linux', there, { PATH: '/usr/bin' }, '/opt/other')).toBeNull();
    expect(find('cloudflared', 'win32', ['C:\\cf\\cloudflared.exe'], {}, '"C:\\cf\\cloudflared.exe"')).toBe('C:\\cf\\cloudflared.exe');
  });
});
