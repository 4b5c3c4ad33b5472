/** What the login starts: absolute path of the program, and its arguments. */
export type StartCommand = { program: string; args: readonly string[] };

/**
 * The text of an autostart entry, by the Desktop Entry Specification 1.5. It is enabled; of what a desktop's own settings write into one when they switch
 * it off, nothing is taken over.
 */
export function writeDesktopEntry({ program, args }: StartCommand): string {
  const exec = [program, ...args].map(quoteArgument).join(' ');
  return ['[Desktop Entry]', 'Type=Application', 'Name=Shopbell', `Exec=${escapeValue(exec)}`, 'Terminal=false', 'X-GNOME-Autostart-enabled=true', ''].join(
    '\n',
  );
}

/** Whether the entry is there and no desktop has switched it off: by `Hidden`, as the specification has it, or by the word of GNOME's own. */
export function isEntryOn(text: string): boolean {
  return !/^Hidden\s*=\s*true\s*$/im.test(text) && !/^X-GNOME-Autostart-enabled\s*=\s*false\s*$/im.test(text);
}

/** In quotes, four characters are escaped; a percent sign would begin a field code. */
function quoteArgument(argument: string): string {
  return `"${argument.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}"`;
}

/** Over the quoting lies the escaping of every string value. */
function escapeValue(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\t', String.raw`\t`)
    .replaceAll('\r', String.raw`\r`);
}
