import { describe, expect, it } from 'vitest';
import { createAttachments } from '../../renderer/chats/attach/attachments.ts';
import type { AttachDeps } from '../../renderer/chats/attach/attachments.ts';

/** A main side that keeps what it is handed, and can be told to fail. */
function mainSide() {
  const files = new Map<string, { name: string; size: number; bytes: string }>();
  const messages = new Map<string, { as: string; name: string; caption: string; quotes: number | null }>();
  const log: string[] = [];
  let failNext: string | null = null;
  let ids = 0;
  const fails = (what: string) => {
    if (failNext !== what) return;
    failNext = null;
    throw new Error('the cable is gone');
  };
  const deps: AttachDeps = {
    prepare: () => Promise.resolve(null),
    newId: () => `request-${(ids += 1)}`,
    media: {
      begin: ({ name, mimeType, size }) => {
        fails('begin');
        if (mimeType === 'application/x-none') return Promise.resolve({ ok: false, reason: 'media-type' });
        const uploadId = `upload-${(ids += 1)}`;
        log.push(`begin ${name}`);
        files.set(uploadId, { name, size, bytes: '' });
        return Promise.resolve({ ok: true, uploadId, as: ['document'] });
      },
      chunk: ({ uploadId, offset, base64 }) => {
        fails('chunk');
        const file = files.get(uploadId);
        if (!file) return Promise.resolve({ ok: false, reason: 'upload-lost' });
        if (offset !== file.bytes.length) throw new Error(`a gap at ${offset}`);
        file.bytes += atob(base64);
        log.push(`part ${file.name} ${offset}`);
        return Promise.resolve({ ok: true, whole: file.bytes.length === file.size });
      },
      cancel: ({ uploadId }) => {
        files.delete(uploadId);
        return Promise.resolve({ ok: true });
      },
    },
    send: (content, quotes, requestId) => {
      if (content.kind !== 'media') throw new Error('no file');
      const { as, caption, uploadId } = content;
      const name = files.get(uploadId)?.name ?? 'lost';
      if (!messages.has(requestId)) messages.set(requestId, { as, caption, name, quotes });
      fails('send');
      return Promise.resolve({ ok: true, messageId: messages.size });
    },
  };
  return { deps, log, files, sent: () => [...messages.values()], fail: (what: 'begin' | 'chunk' | 'send') => (failNext = what) };
}

const file = (name: string, size = 10, type = 'application/pdf') => new File(['x'.repeat(size)], name, { type });

describe('files that are attached', () => {
  it('become one message each, in their order; the first one quotes', async () => {
    const main = mainSide();
    const attachments = createAttachments(main.deps);
    await attachments.add([file('b.pdf'), file('a.pdf'), file('c.pdf')]);
    attachments.caption(attachments.list()[1]?.key ?? '', ' with words ');
    expect(await attachments.sendAll(7)).toBe(3);
    expect(main.sent()).toEqual([
      { as: 'document', name: 'b.pdf', caption: '', quotes: 7 },
      { as: 'document', name: 'a.pdf', caption: 'with words', quotes: null },
      { as: 'document', name: 'c.pdf', caption: '', quotes: null },
    ]);
    expect(attachments.list()).toEqual([]);
  });

  it('are refused each for itself, and the others go', async () => {
    const main = mainSide();
    const attachments = createAttachments(main.deps);
    await attachments.add([file('bad.xyz', 10, 'application/x-none'), file('empty.pdf', 0), file('good.pdf')]);
    expect(attachments.list().map(({ state, reason }) => [state, reason])).toEqual([
      ['refused', 'media-type'],
      ['refused', 'bad-file'],
      ['ready', null],
    ]);
    expect(await attachments.sendAll(null)).toBe(1);
    expect(main.sent().map(({ name }) => name)).toEqual(['good.pdf']);
  });

  it.each(['begin', 'chunk', 'send'] as const)('go out once where the cable is lost at %s', async (what) => {
    const main = mainSide();
    const attachments = createAttachments(main.deps);
    if (what === 'begin') main.fail('begin');
    await attachments.add([file('a.pdf', 900_000), file('b.pdf')]);
    if (what !== 'begin') {
      main.fail(what);
      expect(await attachments.sendAll(null)).toBe(0);
    }
    expect(attachments.list().map(({ state }) => state)).toContain('lost');
    expect(await attachments.sendAll(null)).toBe(2);
    expect(main.sent().map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']);
    // No part crossed twice.
    expect(main.log.filter((line) => line === 'part a.pdf 0')).toHaveLength(1);
  });

  it('are handed over anew where the main side forgot them', async () => {
    const main = mainSide();
    const attachments = createAttachments(main.deps);
    await attachments.add([file('a.pdf')]);
    main.files.clear();
    expect(await attachments.sendAll(null)).toBe(1);
    expect(main.sent()).toEqual([{ as: 'document', name: 'a.pdf', caption: '', quotes: null }]);
  });

  it('are forgotten on the main side when they are removed', async () => {
    const main = mainSide();
    const attachments = createAttachments(main.deps);
    await attachments.add([file('a.pdf'), file('b.pdf')]);
    attachments.remove(attachments.list()[0]?.key ?? '');
    expect([...main.files.values()].map(({ name }) => name)).toEqual(['b.pdf']);
    attachments.clear();
    expect([main.files.size, attachments.list()]).toEqual([0, []]);
  });

  it('go in the original where a changed picture is sent as a document', async () => {
    const main = mainSide();
    const small = new Blob(['small'], { type: 'image/jpeg' });
    const prepare = () => Promise.resolve({ blob: small, change: { converted: true, shrunk: false, still: false } });
    const begin: AttachDeps['media']['begin'] = async (given) => {
      const begun = await main.deps.media.begin(given);
      return begun.ok ? { ...begun, as: ['image', 'document'] } : begun;
    };
    const attachments = createAttachments({ ...main.deps, prepare, media: { ...main.deps.media, begin } });
    await attachments.add([file('a.webp', 30, 'image/webp'), file('b.webp', 30, 'image/webp')]);
    attachments.choose(attachments.list()[1]?.key ?? '', 'document');
    expect(await attachments.sendAll(null)).toBe(2);
    expect([...main.files.values()].map(({ name, size }) => [name, size])).toEqual([
      ['a.jpg', 5],
      ['b.webp', 30],
    ]);
    expect(main.sent().map(({ as }) => as)).toEqual(['image', 'document']);
  });

  it('stop when told, and can be sent after all', async () => {
    const main = mainSide();
    let stops = 1;
    const chunk: AttachDeps['media']['chunk'] = (part) => {
      if (part.offset > 0 && stops-- > 0) attachments.stop();
      return main.deps.media.chunk(part);
    };
    const attachments = createAttachments({ ...main.deps, media: { ...main.deps.media, chunk } });
    await attachments.add([file('a.pdf', 1_500_000)]);
    expect(await attachments.sendAll(null)).toBe(0);
    expect(attachments.list().map(({ state }) => state)).toEqual(['ready']);
    expect(main.sent()).toEqual([]);
    expect(await attachments.sendAll(null)).toBe(1);
    expect(main.sent()).toHaveLength(1);
  });
});
