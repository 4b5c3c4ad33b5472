import type { Reason } from '../../shared/domain/reason.ts';

export type SystemPrinter = {
  /** The system's own name of it. */
  name: string;
  label: string;
  /** False also where the system does not tell. */
  isDefault: boolean;
};

export type SystemPrintOptions = {
  /** A printer by the system's own name; empty: the system's default one. */
  printer: string;
  /** Width of a roll in mm, or a sheet. */
  paper: '58' | '80' | 'a4';
  copies: number;
};

export type SystemPrintResult =
  | { ok: true }
  | { ok: false; reason: Extract<Reason, 'printer-off' | 'printer-refused' | 'printer-missing'>; /** For the log; not for people. */ detail: string };

/** The printers of the computer. The desktop has them, headless has none. */
export type SystemPrinters = {
  list(): Promise<SystemPrinter[]>;
  /**
   * Prints a page of HTML that needs nothing from outside: no script, no file, no network. Ok means that the system has taken it; what the
   * printer does then nobody is told. Answers within a minute.
   */
  print(html: string, options: SystemPrintOptions): Promise<SystemPrintResult>;
};
