import { Buffer } from 'node:buffer';
import type { Misbehaviour } from '../../shared/contract/practice.ts';
import type { MediaAddresses } from './address-media.ts';
import type { GraphRequest } from './answer-graph.ts';
import { hashOf, type MediaShelf, UPLOAD_DAYS } from './files/keep-media.ts';
import { bareType, fitsType, MEDIA_TYPES, SIZE_LIMITS } from './files/media-types.ts';
import { readMultipart } from './files/read-multipart.ts';
import { type GraphAnswer, noSuchObject, type Refusal } from './graph-answer.ts';
import { makeDigits } from './make-ids.ts';
import type { Random } from './seeded-random.ts';

export type MediaAnsweringOptions = {
  shelf: MediaShelf;
  accessToken: string;
  phoneNumberId: string;
  addresses: MediaAddresses;
  behaviour: () => Misbehaviour;
  random: Random;
  refuse: (refusal: Refusal, asked: boolean) => GraphAnswer;
};

export type MediaAnswering = {
  /** `POST /{phone}/media` */
  upload(request: GraphRequest): GraphAnswer;
  /** `GET` and `DELETE /{media_id}`; null: no id of a file. */
  object(request: GraphRequest, id: string): GraphAnswer | null;
  /** The address that `GET /{media_id}` names. */
  download(request: GraphRequest): GraphAnswer;
};

const MEDIA_ID = /^\d{16}$/;
const NOTHING: GraphAnswer = { kind: 'file', status: 404, mimeType: 'text/html', bytes: Buffer.from('<html><body>Not Found</body></html>') };

function ok(body: unknown): GraphAnswer {
  return { kind: 'json', status: 200, body };
}

/** Answers about files: uploads, what is known of one, its bytes, and its end. */
export function answerMedia(options: MediaAnsweringOptions): MediaAnswering {
  const { shelf, accessToken, phoneNumberId, addresses, behaviour, random, refuse } = options;
  return {
    upload: ({ bytes, contentType }) => {
      const parts = readMultipart(bytes, contentType);
      const field = (name: string): string | undefined => parts?.find((part) => part.name === name)?.bytes.toString('utf8');
      if (field('messaging_product') !== 'whatsapp') return refuse({ code: 100, details: 'The parameter messaging_product is required.' }, false);
      const file = parts?.find((part) => part.name === 'file' && part.filename !== null);
      if (file === undefined) return refuse({ code: 100, details: 'The parameter file is required.' }, false);
      const mimeType = bareType(field('type') ?? file.mimeType ?? 'application/octet-stream');
      const kind = MEDIA_TYPES[mimeType];
      if (kind === undefined) {
        const types = Object.keys(MEDIA_TYPES).join(', ');
        return refuse(
          { code: 100, details: `Param file must be a file with one of the following types: ${types}. Received file of type '${mimeType}'.` },
          false,
        );
      }
      if (file.bytes.length === 0) return refuse({ code: 131053, details: 'The file is empty.' }, false);
      if (file.bytes.length > SIZE_LIMITS[kind]) {
        return refuse({ code: 131053, details: `File size is too big. Max file size supported for ${mimeType} is ${SIZE_LIMITS[kind]} bytes.` }, false);
      }
      if (!fitsType(file.bytes, mimeType)) return refuse({ code: 131053, details: `The bytes of the file are not those of ${mimeType}.` }, false);
      const id = makeDigits(random, 16);
      shelf.put(id, { mimeType, bytes: Buffer.from(file.bytes) }, UPLOAD_DAYS);
      return ok({ id });
    },
    object: ({ method, url }, id) => {
      if (!MEDIA_ID.test(id) || (method !== 'GET' && method !== 'DELETE')) return null;
      const phone = url.searchParams.get('phone_number_id');
      const kept = phone !== null && phone !== phoneNumberId ? null : shelf.find(id);
      if (kept === null || behaviour().mediaGone) return refuse(noSuchObject(method, id), behaviour().mediaGone);
      if (method === 'DELETE') {
        shelf.remove(id);
        return ok({ success: true });
      }
      const { mimeType, bytes } = kept;
      const facts = { url: addresses.of(id), mime_type: mimeType, sha256: hashOf(bytes).toString('hex'), file_size: bytes.length, id };
      return ok({ messaging_product: 'whatsapp', ...facts });
    },
    download: ({ method, url, authorization }) => {
      if (authorization !== `Bearer ${accessToken}`) return { ...NOTHING, status: 401 };
      const id = addresses.read(url);
      const kept = id === null ? null : shelf.find(id);
      if (method !== 'GET' || kept === null || behaviour().mediaGone) return NOTHING;
      const bytes = Buffer.from(kept.bytes);
      const middle = Math.floor(bytes.length / 2);
      if (behaviour().mediaBroken) bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
      return { kind: 'file', status: 200, mimeType: kept.mimeType, bytes };
    },
  };
}
