import { Buffer } from 'node:buffer';

/**
 * A PDF of one A4 page with lines of text in Helvetica (ISO 32000-1, section 7.5).
 * @param lines Latin letters; the first is a heading
 */
export function writePdf(lines: readonly string[]): Buffer {
  const words = lines.map((line) => line.replaceAll(/[\\()]/g, String.raw`\$&`));
  const [heading = '', ...rest] = words;
  const text = [
    'BT /F1 20 Tf 60 770 Td',
    `(${heading}) Tj /F1 12 Tf 0 -16 Td`,
    ...rest.map((line) => `0 -20 Td (${line}) Tj`),
    'ET',
    '0.88 0.53 0.37 rg 60 752 475 3 re f',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = Buffer.byteLength(file, 'latin1');
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = Buffer.byteLength(file, 'latin1');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
