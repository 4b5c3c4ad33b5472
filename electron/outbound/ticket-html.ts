import { createHash } from 'node:crypto';
import type { TicketRow, TicketView } from '../../shared/contract/printing.ts';
import { qrModules } from '../../shared/domain/qr-code.ts';

/** Widths of what can be printed on: receipt printers leave 5 mm on each side of a 58 mm roll, and 4 mm of an 80 mm one. */
const WIDTHS: Record<TicketView['paper'], string> = { '58': '48mm', '80': '72mm', a4: '210mm' };

function styleOf(paper: TicketView['paper']): string {
  const page = paper === 'a4' ? '@page{size:A4;margin:0}' : '@page{margin:0}';
  const size = paper === 'a4' ? '12pt' : paper === '80' ? '10pt' : '9pt';
  return `${page}*{box-sizing:border-box;margin:0;padding:0}html{background:#fff;color:#000}
body{width:${WIDTHS[paper]};margin:0 auto;padding:${paper === 'a4' ? '18mm 20mm' : '2mm 0'};font:${size}/1.3 'Noto Sans','Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans Arabic','Noto Sans CJK JP','Noto Color Emoji',sans-serif;font-variant-numeric:tabular-nums}
p,div.pair{overflow-wrap:anywhere;white-space:pre-wrap;unicode-bidi:plaintext}.center{text-align:center}.bold{font-weight:700}.big{font-size:1.55em;line-height:1.2}
div.pair{display:flex;justify-content:space-between;gap:2mm;align-items:baseline}div.pair span{min-width:0;unicode-bidi:plaintext}div.pair .end{flex:none;max-width:60%;text-align:end}
hr{border:0;border-top:.3mm solid #000;margin:1.2mm 0}.space{height:2.5mm}svg{display:block;width:26mm;height:26mm;margin:1mm auto}`;
}

/** A ticket as a page of its own for a printer of the system: black on white, without scripts, and nothing in it leads anywhere. */
export function ticketHtml(ticket: TicketView): string {
  const style = styleOf(ticket.paper);
  const hash = createHash('sha256').update(style).digest('base64');
  return `<!doctype html>
<html lang="${ticket.language === 'de' ? 'de' : 'en'}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<title>Shopbell</title><style>${style}</style></head>
<body>
${ticket.rows.map(rowHtml).join('\n')}
</body></html>
`;
}

function rowHtml(row: TicketRow): string {
  switch (row.kind) {
    case 'text':
      return `<p class="${classes(row)}${row.align === 'center' ? ' center' : ''}">${escape(row.text)}</p>`;
    case 'pair':
      return `<div class="pair ${classes(row)}"><span>${escape(row.start)}</span><span class="end">${escape(row.end)}</span></div>`;
    case 'rule':
      return '<hr>';
    case 'space':
      return '<div class="space"></div>';
    case 'qr':
      return qrHtml(row.text);
  }
}

function classes({ bold, size }: { bold: boolean; size: 1 | 2 }): string {
  return `row${bold ? ' bold' : ''}${size === 2 ? ' big' : ''}`;
}

function qrHtml(text: string): string {
  const modules = qrModules(text);
  if (!modules) return `<p class="row center">${escape(text)}</p>`;
  const dark = modules.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x + 2} ${y + 2}h1v1h-1z`] : [])));
  return `<svg viewBox="0 0 ${modules.length + 4} ${modules.length + 4}" shape-rendering="crispEdges"><path d="${dark.join('')}"/></svg>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
}
