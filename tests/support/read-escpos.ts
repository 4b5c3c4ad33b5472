const LF = 0x0a;
const DLE = 0x10;
const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;

export type PaperLine = { text: string; bold: boolean; size: 1 | 2 };
export type Sheet = { lines: PaperLine[]; qr: string[]; cut: boolean; codePages: number[] };

/**
 * Reads ESC/POS as a printer that knows Epson's reference for the commands below and nothing else: it refuses loudly what it does
 * not understand. Letters beyond ASCII come out as <hex>. Bytes may come in any pieces.
 */
export function createEscPosReader(on: { status: (what: number) => void }) {
  let waiting: number[] = [];
  const sheets: Sheet[] = [];
  let sheet: Sheet | null = null;
  let text = '';
  let bold = false;
  let size: 1 | 2 = 1;
  /** The look of the line's letters: it is changed back before the line is fed. */
  let look: { bold: boolean; size: 1 | 2 } = { bold, size };
  let qrData = '';

  const refuse = (why: string): never => {
    throw new Error(`the printer does not understand ${why}`);
  };
  const page = (): Sheet => sheet ?? refuse('anything before ESC @');

  /** How many bytes the command at the front took; 0 where not all of it is there. */
  function take(bytes: readonly number[]): number {
    const [first = 0, second, third, fourth] = bytes;
    if (first === LF) {
      page().lines.push({ text, ...look });
      text = '';
      look = { bold: false, size: 1 };
      return 1;
    }
    if (first >= 0x20 && first !== 0x7f) {
      page();
      if (first > 0x20) look = { bold, size };
      text += first < 0x7f ? String.fromCharCode(first) : `<${first.toString(16)}>`;
      return 1;
    }
    if (second === undefined) return 0;
    if (first === ESC && second === 0x40) {
      sheet = { lines: [], qr: [], cut: false, codePages: [] };
      sheets.push(sheet);
      [text, bold, size, look] = ['', false, 1, { bold: false, size: 1 }];
      return 2;
    }
    if (first === FS && second === 0x2e) return 2;
    if (third === undefined) return 0;
    if (first === DLE && second === 0x04) {
      if (![1, 2, 4].includes(third)) refuse(`DLE EOT ${third}`);
      on.status(third);
      return 3;
    }
    if (first === ESC && second === 0x4d && third <= 1) return 3;
    if (first === ESC && second === 0x61 && third <= 2) return 3;
    if (first === ESC && second === 0x74) {
      page().codePages.push(third);
      return 3;
    }
    if (first === ESC && second === 0x45 && third <= 1) {
      bold = third === 1;
      return 3;
    }
    if (first === GS && second === 0x21 && (third === 0x00 || third === 0x11)) {
      size = third === 0 ? 1 : 2;
      return 3;
    }
    if (first === GS && second === 0x56 && third <= 1) {
      page().cut = true;
      return 3;
    }
    if (first === GS && second === 0x28 && third === 0x6b) return takeQr(bytes);
    return refuse([first, second, third, fourth].map((byte) => byte?.toString(16)).join(' '));
  }

  function takeQr(bytes: readonly number[]): number {
    const low = bytes[3];
    const high = bytes[4];
    if (low === undefined || high === undefined) return 0;
    const length = low + 256 * high;
    if (bytes.length < 5 + length) return 0;
    const [code, what, ...data] = bytes.slice(5, 5 + length);
    if (code !== 0x31 || what === undefined || ![0x41, 0x43, 0x45, 0x50, 0x51].includes(what)) refuse(`GS ( k ${code} ${what}`);
    if (what === 0x50) qrData = String.fromCharCode(...data.slice(1));
    if (what === 0x51) page().qr.push(qrData);
    return 5 + length;
  }

  return {
    sheets,
    /** @throws where something is no command that it knows */
    read(bytes: Iterable<number>): void {
      waiting.push(...bytes);
      for (let taken = take1(); taken > 0; taken = take1()) waiting = waiting.slice(taken);
    },
    /** Bytes of a command that has not come to its end. */
    unfinished: () => waiting.length,
  };

  function take1(): number {
    return waiting.length === 0 ? 0 : take(waiting);
  }
}

/** The sheets that some bytes print. */
export function readSheets(bytes: Uint8Array): Sheet[] {
  const reader = createEscPosReader({ status: () => undefined });
  reader.read(bytes);
  if (reader.unfinished() > 0) throw new Error('the printer waits for the rest of a command');
  return reader.sheets;
}
