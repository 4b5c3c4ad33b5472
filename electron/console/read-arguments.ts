import { parseArgs } from 'node:util';
import { StartError } from '../start-error.ts';

export type Arguments = {
  data: string | undefined;
  /** 0 picks a free one. */
  webhookPort: number;
  consolePort: number;
  readyJson: boolean;
  printLink: boolean;
  /** Null leaves it to what the computer can do. */
  open: boolean | null;
  help: boolean;
};

export const USAGE = `Usage: npm run headless -- [options]

  --data DIR           where the shop's data lies (SHOPBELL_DATA)
  --webhook-port N     port for webhooks, default 8787, 0 picks a free one (SHOPBELL_WEBHOOK_PORT)
  --console-port N     port for the console, default 8788, 0 picks a free one (SHOPBELL_CONSOLE_PORT)
  --ready-json         print one line of JSON with both addresses when listening; logs go to standard error
  --print-link         print a new link into the console that is running, and end
  --open, --no-open    open the console in a browser, or do not; default: where there is one
  --help               print this
`;

/**
 * Reads the command line (without program and script) and the environment's ports; the command line is right.
 * @throws StartError `bad-arguments` (usage, exit 2) or `bad-environment`, each naming what is wrong.
 */
export function readArguments(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): Arguments {
  const flags = parse(argv);
  return {
    data: flags.data,
    webhookPort: readPort(flags['webhook-port'], '--webhook-port', environment, 'SHOPBELL_WEBHOOK_PORT', 8787),
    consolePort: readPort(flags['console-port'], '--console-port', environment, 'SHOPBELL_CONSOLE_PORT', 8788),
    readyJson: flags['ready-json'] ?? false,
    printLink: flags['print-link'] ?? false,
    open: flags.open ?? null,
    help: flags.help ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    const options = {
      data: { type: 'string' },
      'webhook-port': { type: 'string' },
      'console-port': { type: 'string' },
      'ready-json': { type: 'boolean' },
      'print-link': { type: 'boolean' },
      open: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    const { values } = parseArgs({ args: [...argv], options, allowNegative: true, allowPositionals: false });
    if (values.data === '') throw new StartError('bad-arguments', '--data wants a folder.');
    return values;
  } catch (error) {
    if (error instanceof StartError || !(error instanceof Error)) throw error;
    // Node's sentence names the option; what follows its first sentence is advice to programmers.
    throw new StartError('bad-arguments', `${error.message.split('. ')[0]?.replace(/\.$/, '') ?? ''}.`);
  }
}

function readPort(
  flag: string | undefined,
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
  variable: string,
  otherwise: number,
): number {
  const text = flag ?? (environment[variable] || undefined);
  if (text === undefined) return otherwise;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  if (flag !== undefined) throw new StartError('bad-arguments', `${name} wants a port: a number from 0 to 65535.`);
  throw new StartError('bad-environment', `The environment variable ${variable} has a value that cannot be used: it should be a port from 0 to 65535.`);
}
