import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** What of this computer decides where a program is found. */
export type Machine = { platform: NodeJS.Platform; environment: Readonly<Record<string, string | undefined>> };

/** Where installers put them, beside PATH: a desktop that is started from the dock or the menu often has a short PATH. */
function usualFolders(name: string, { platform, environment }: Machine): string[] {
  if (platform === 'win32') {
    const programs = [environment['ProgramFiles'], environment['ProgramFiles(x86)'], environment['ProgramW6432']];
    const own = environment['LOCALAPPDATA'];
    return [
      ...programs.flatMap((folder) => (folder ? [path.win32.join(folder, name), path.win32.join(folder, 'Tailscale')] : [])),
      ...(own ? [path.win32.join(own, 'Microsoft', 'WinGet', 'Links'), path.win32.join(own, 'Programs', name)] : []),
    ];
  }
  if (platform === 'darwin') return ['/opt/homebrew/bin', '/usr/local/bin', '/Applications/Tailscale.app/Contents/MacOS'];
  return ['/usr/local/bin', '/usr/bin', '/usr/local/sbin', '/usr/sbin', '/snap/bin'];
}

/**
 * The absolute path of an installed program; null where there is none.
 * @param given what the settings say: the program's own path, or the folder that it lies in. Empty: it is looked for in PATH and in the
 * usual folders of the system
 */
export function findProgram(name: string, given: string, machine: Machine, isProgram: (file: string) => boolean = canRun): string | null {
  const { platform, environment } = machine;
  const { join, delimiter, isAbsolute } = platform === 'win32' ? path.win32 : path.posix;
  const file = platform === 'win32' ? `${name}.exe` : name;
  // The Mac's Tailscale is an app that is its own command line; the file system there does not mind the case, but some disks do.
  const files = platform === 'darwin' && name === 'tailscale' ? [file, 'Tailscale'] : [file];
  const chosen = given.trim().replace(/^"(.*)"$/, '$1');
  if (chosen !== '') return [chosen, ...files.map((one) => join(chosen, one))].filter(isAbsolute).find(isProgram) ?? null;
  // Windows spells it "Path".
  const listed = Object.entries(environment).find(([key]) => key.toUpperCase() === 'PATH')?.[1] ?? '';
  // A relative folder in PATH means wherever the program happens to stand: nothing is started from there.
  const folders = [...listed.split(delimiter).filter(isAbsolute), ...usualFolders(name, machine)];
  return folders.flatMap((folder) => files.map((one) => join(folder, one))).find(isProgram) ?? null;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
