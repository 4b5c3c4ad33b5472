import type { GraphErrorBody } from '../../electron/wire/send-types.ts';
import { PHONE_ID, type PracticeShop, TOKEN } from './practice-shop.ts';

export type FileToSend = { name: string; type: string; bytes: Buffer };

/** `POST /{phone}/media`, as a form. */
export async function uploadFile(
  { simulator }: PracticeShop,
  { name, type, bytes }: FileToSend,
): Promise<{ status: number; id: string; code: number | undefined }> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', type);
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
  const response = await fetch(`${simulator.graphUrl}/v25.0/${PHONE_ID}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}` },
    body: form,
  });
  const body = (await response.json()) as { id: string } & Partial<GraphErrorBody>;
  return { status: response.status, id: body.id, code: body.error?.code };
}
