import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICTURE_LIMIT, planPicture } from '../../renderer/chats/attach/picture-plan.ts';

const photo = { mimeType: 'image/jpeg', size: 1_000_000, width: 4000, height: 3000, hasAlpha: false };

describe('a picture that is to be sent', () => {
  it('stays as it is where WhatsApp takes it', () => {
    expect(planPicture(photo)).toEqual({ do: 'as-is' });
    expect(planPicture({ ...photo, mimeType: 'image/png', size: PICTURE_LIMIT })).toEqual({ do: 'as-is' });
  });

  it('is drawn anew in its size where only its format is the matter', () => {
    const plan = planPicture({ ...photo, mimeType: 'image/webp' });
    expect(plan.do === 'draw' && plan.tries[0]).toEqual({ mimeType: 'image/jpeg', width: 4000, height: 3000 });
  });

  it('keeps its transparency as PNG', () => {
    const plan = planPicture({ ...photo, mimeType: 'image/webp', hasAlpha: true });
    expect(plan.do === 'draw' && new Set(plan.tries.map(({ mimeType }) => mimeType))).toEqual(new Set(['image/png']));
  });

  it('is tried ever smaller, in its proportions, and never larger than it was', () => {
    const measures = fc.record({ width: fc.integer({ min: 1, max: 20_000 }), height: fc.integer({ min: 1, max: 20_000 }) });
    fc.assert(
      fc.property(measures, ({ width, height }) => {
        const plan = planPicture({ mimeType: 'image/jpeg', size: PICTURE_LIMIT + 1, width, height, hasAlpha: false });
        if (plan.do !== 'draw') throw new Error('too large, and not drawn');
        expect(plan.tries.length).toBeGreaterThan(0);
        plan.tries.forEach((one, index) => {
          expect(one.width).toBeLessThanOrEqual(Math.min(width, plan.tries[index - 1]?.width ?? 4096));
          expect(Math.abs(one.width / width - one.height / height)).toBeLessThanOrEqual(1 / Math.min(width, height));
        });
      }),
    );
  });
});
