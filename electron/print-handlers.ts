import type { PrintingView } from '../shared/contract/printing.ts';
import type { Refused } from '../shared/domain/reason.ts';
import { server } from './server.ts';

/** The printers' part of the contract. */
export function printHandlers() {
  const os = server.printing;
  const notYet = (): Refused => ({ ok: false, reason: 'not-possible-here' });
  return {
    get: os.get.handler((): PrintingView => ({ canUseSystem: false, systemPrinters: [], open: [], lastPrintedAt: null })),
    preview: os.preview.handler(() => null),
    print: os.print.handler(notYet),
    test: os.test.handler(notYet),
    printDay: os.printDay.handler(notYet),
    again: os.again.handler(notYet),
    cancel: os.cancel.handler(notYet),
  };
}
