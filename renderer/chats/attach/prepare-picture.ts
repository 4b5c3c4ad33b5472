import { PICTURE_LIMIT, planPicture } from './picture-plan.ts';

/** What was done to a picture: `converted` to another format, `shrunk` to fewer pixels; `still`: it moved before. */
export type PictureChange = { converted: boolean; shrunk: boolean; still: boolean };

/**
 * A picture as WhatsApp takes it, made on a canvas where it has to be; null where this browser cannot read it (HEIC in Chromium), or where it is
 * no picture. What was drawn carries nothing of where and by whom it was taken.
 */
export async function preparePicture(file: Blob): Promise<{ blob: Blob; change: PictureChange | null } | null> {
  if (!file.type.startsWith('image/')) return null;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return null;
  }
  const { width, height } = bitmap;
  try {
    const isDrawn = file.type !== 'image/jpeg' && file.type !== 'image/png';
    const hasAlpha = isDrawn && isTransparent(bitmap);
    const plan = planPicture({ mimeType: file.type, size: file.size, width, height, hasAlpha });
    if (plan.do === 'as-is') return { blob: file, change: null };
    for (const measure of plan.tries) {
      const blob = await draw(bitmap, measure);
      if (blob.size > PICTURE_LIMIT) continue;
      const change = { converted: blob.type !== file.type, shrunk: measure.width < width, still: file.type === 'image/gif' };
      return { blob, change };
    }
    return null;
  } finally {
    bitmap.close();
  }
}

async function draw(bitmap: ImageBitmap, { mimeType, width, height }: { mimeType: 'image/jpeg' | 'image/png'; width: number; height: number }): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas to draw on');
  if (mimeType === 'image/jpeg') {
    // JPEG knows no transparency: what shines through would be black.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas.convertToBlob({ type: mimeType, quality: 0.9 });
}

/** Looks at a small copy: a picture with holes shows them there too. */
function isTransparent(bitmap: ImageBitmap): boolean {
  const canvas = new OffscreenCanvas(64, 64);
  const context = canvas.getContext('2d');
  if (!context) return false;
  context.drawImage(bitmap, 0, 0, 64, 64);
  const { data } = context.getImageData(0, 0, 64, 64);
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < 250) return true;
  return false;
}
