import { useLingui } from '@lingui/react/macro';
import { FileText, Music } from 'lucide-react';
import { useState } from 'react';
import { useBlobSource } from './use-blob-source.ts';
import type { SentAs } from './attachments.ts';
import styles from './AttachmentPreview.module.css';

/** What a file looks like or sounds like; a sign where this browser cannot show it. */
export function AttachmentPreview({ blob, as, name }: { blob: Blob; as: SentAs | null; name: string }) {
  const { t } = useLingui();
  const source = useBlobSource(blob);
  const [broken, setBroken] = useState<Blob | null>(null);
  const alike = { ref: source, onError: () => setBroken(blob) };
  const label = t`Preview of ${name}`;
  if (broken !== blob && blob.type.startsWith('image/') && as !== 'document') return <img {...alike} className={styles['picture']} alt={label} />;
  if (broken !== blob && blob.type.startsWith('video/')) return <video {...alike} className={styles['picture']} muted controls aria-label={label} />;
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- the shop's own file, which nobody has written captions for
  if (broken !== blob && blob.type.startsWith('audio/')) return <audio {...alike} className={styles['sound']} controls aria-label={label} />;
  const Sign = blob.type.startsWith('audio/') ? Music : FileText;
  return (
    <span className={styles['sign']}>
      <Sign size={28} aria-hidden="true" />
    </span>
  );
}
