import type { Api } from '../../../shared/contract.ts';
import type { Outgoing } from '../../../shared/contract/chats.ts';
import type { Reason } from '../../../shared/domain/reason.ts';
import { createList } from './attachment-list.ts';
import type { PictureChange } from './prepare-picture.ts';
import { uploadFile } from './upload-file.ts';
import type { Handed } from './upload-file.ts';

export type SentAs = Extract<Outgoing, { kind: 'media' }>['as'];

/** A file that is to be sent, and how far it came. */
export type Attachment = {
  key: string;
  file: File;
  /** The file as WhatsApp takes it as a picture; null where it is none, or cannot be read here. */
  picture: { blob: Blob; change: PictureChange | null } | null;
  /** What it can be sent as, the likeliest first; empty while that is not known. */
  choices: readonly SentAs[];
  as: SentAs | null;
  caption: string;
  /** `lost`: the main side did not answer; nothing is sent twice when it is tried again. */
  state: 'checking' | 'ready' | 'refused' | 'sending' | 'lost';
  reason: Reason | null;
  /** Share handed over, 0 to 1. */
  progress: number;
  handed: Handed | null;
};

export type AttachDeps = {
  media: Pick<Api['media'], 'begin' | 'chunk' | 'cancel'>;
  send: (content: Outgoing, quoteMessageId: number | null, requestId: string) => ReturnType<Api['chats']['send']>;
  prepare: (file: Blob) => Promise<Attachment['picture']>;
  newId: () => string;
};

export type Attachments = ReturnType<typeof createAttachments>;

/** Captions that WhatsApp shows. */
export const CAPTIONED: ReadonlySet<SentAs> = new Set(['image', 'video', 'document']);

/** The files that are about to be sent into one chat. Each is checked as it comes, and becomes one message, in their order. */
export function createAttachments({ media, send, prepare, newId }: AttachDeps) {
  const list = createList<Attachment>();
  let running: AbortController | null = null;

  const forget = (handed: Handed | null) => {
    // Forgotten by itself after an hour, should this be lost.
    if (handed) void media.cancel({ uploadId: handed.uploadId }).catch(() => undefined);
  };

  const begin = async (item: Attachment): Promise<Handed | null> => {
    const blob = sourceOf(item);
    const answer = await media.begin({ name: nameOf(item), mimeType: blob.type || 'application/octet-stream', size: Math.max(1, blob.size) });
    if (!answer.ok) {
      list.change(item.key, { state: 'refused', reason: answer.reason });
      return null;
    }
    const handed = { uploadId: answer.uploadId, offset: 0 };
    const isDrawn = item.picture?.change != null;
    // The original of a changed picture goes as a document.
    const choices = isDrawn && !answer.as.includes('document') ? [...answer.as, 'document' as const] : answer.as;
    const kept = item.as !== null && (choices.includes(item.as) || item.as === 'voice') ? item.as : (choices[0] ?? null);
    list.change(item.key, { choices: item.choices.length > 0 ? item.choices : choices, as: kept, handed });
    return handed;
  };

  const check = async (item: Attachment) => {
    if (item.file.size === 0) return list.change(item.key, { state: 'refused', reason: 'bad-file' });
    try {
      const picture = item.as === 'voice' ? null : await prepare(item.file);
      list.change(item.key, { picture });
      const handed = await begin({ ...item, picture });
      if (handed && !list.get(item.key)) forget(handed);
      else if (handed) list.change(item.key, { state: 'ready' });
    } catch {
      list.change(item.key, { state: 'lost' });
    }
  };

  /** True when its message is in the outbox. */
  const sendOne = async (key: string, quoteMessageId: number | null, signal: AbortSignal): Promise<boolean> => {
    list.change(key, { state: 'sending', reason: null });
    for (let tries = 0; tries < 2; tries += 1) {
      const item = list.get(key);
      const handed = item && (item.handed ?? (await begin(item)));
      const now = list.get(key);
      if (!now || !handed || now.as === null) return false;
      const blob = sourceOf(now);
      const onPart = (part: Handed) => list.change(key, { handed: part, progress: part.offset / blob.size });
      let reason = await uploadFile(media, blob, handed, onPart, signal);
      if (reason === null) {
        signal.throwIfAborted();
        const caption = CAPTIONED.has(now.as) ? now.caption.trim() : '';
        const answer = await send({ kind: 'media', uploadId: handed.uploadId, as: now.as, caption }, quoteMessageId, key);
        if (answer.ok) return true;
        ({ reason } = answer);
      }
      // The main side began anew meanwhile: it is handed over once more, under the same name.
      list.change(key, { handed: null, progress: 0 });
      if (reason === 'upload-lost' && tries === 0) continue;
      list.change(key, { state: 'refused', reason });
      return false;
    }
    return false;
  };

  return {
    subscribe: list.subscribe,
    list: list.all,
    /** @param as what it is sent as, where that is settled already */
    add: (files: readonly File[], as: SentAs | null = null): Promise<unknown> => {
      const fresh: Attachment[] = files.map((file) => ({
        key: newId(),
        file,
        picture: null,
        choices: [],
        as,
        caption: '',
        state: 'checking',
        reason: null,
        progress: 0,
        handed: null,
      }));
      list.add(fresh);
      return Promise.all(fresh.map(check));
    },
    caption: (key: string, caption: string) => list.change(key, { caption }),
    choose: (key: string, as: SentAs) => {
      const item = list.get(key);
      if (!item) return;
      const changed = { ...item, as };
      const isOther = sourceOf(item) !== sourceOf(changed);
      if (isOther) forget(item.handed);
      list.change(key, { as, ...(isOther ? { handed: null, progress: 0 } : {}) });
    },
    remove: (key: string) => {
      forget(list.get(key)?.handed ?? null);
      list.remove(key);
    },
    /** Sends what can be sent, one after the other; stops at the first one that is lost or refused, so that their order holds. */
    sendAll: async (quoteMessageId: number | null): Promise<number> => {
      if (running) return 0;
      const run = (running = new AbortController());
      let sent = 0;
      try {
        for (const { key, state } of list.all()) {
          if (state !== 'ready' && state !== 'lost') continue;
          if (!(await sendOne(key, sent === 0 ? quoteMessageId : null, run.signal))) break;
          sent += 1;
          list.remove(key);
        }
      } catch {
        for (const { key, state } of list.all()) if (state === 'sending') list.change(key, { state: run.signal.aborted ? 'ready' : 'lost' });
      } finally {
        running = null;
      }
      return sent;
    },
    /** Stops what runs; what is in the outbox already goes out. */
    stop: () => running?.abort(new Error('cancelled')),
    /** Stops and forgets everything. */
    clear: () => {
      running?.abort(new Error('cancelled'));
      for (const { key, handed } of list.all()) {
        forget(handed);
        list.remove(key);
      }
    },
  };
}

function sourceOf({ as, file, picture }: Attachment): Blob {
  return as === 'document' ? file : (picture?.blob ?? file);
}

/** A picture that was drawn anew has the ending of what it became. */
function nameOf(item: Attachment): string {
  const { type } = sourceOf(item);
  const ending = item.picture?.change?.converted && sourceOf(item) !== item.file ? (type === 'image/png' ? '.png' : '.jpg') : null;
  const name = ending === null ? item.file.name : `${item.file.name.replace(/\.[^.]*$/, '')}${ending}`;
  return name.slice(-300) || 'file';
}
