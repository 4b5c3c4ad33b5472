import { Trans, useLingui } from '@lingui/react/macro';
import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { TemplateView } from '../../../shared/contract/answers.ts';
import type { Reason } from '../../../shared/domain/reason.ts';
import { useApi, useOffline } from '../../cable/ConnectionProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { preparePicture } from '../attach/prepare-picture.ts';
import { uploadFile } from '../attach/upload-file.ts';
import { SendRefusal } from '../compose/SendRefusal.tsx';
import styles from './HeaderFile.module.css';

type Progress =
  | { at: 'none' }
  | { at: 'running'; name: string; share: number }
  | { at: 'there'; name: string }
  | { at: 'refused'; reason: Reason }
  | { at: 'lost' };

const ACCEPT: Partial<Record<TemplateView['header'], string[]>> = { image: ['image/*'], video: ['video/*'] };

/** The picture, video or document that stands above a template; it is handed over as soon as it is chosen. */
export function HeaderFile({ kind, onReady }: { kind: TemplateView['header']; onReady: (uploadId: string | null) => void }) {
  const { t } = useLingui();
  const { media } = useApi();
  const offline = useOffline();
  const [progress, setProgress] = useState<Progress>({ at: 'none' });
  const take = async (file: File) => {
    const { name } = file;
    onReady(null);
    setProgress({ at: 'running', name, share: 0 });
    try {
      const blob = (kind === 'image' ? (await preparePicture(file))?.blob : null) ?? file;
      const begun = await media.begin({ name: name.slice(-300), mimeType: blob.type || 'application/octet-stream', size: Math.max(1, blob.size) });
      if (!begun.ok) return setProgress({ at: 'refused', reason: begun.reason });
      if (!begun.as.some((as) => as === kind)) return setProgress({ at: 'refused', reason: 'media-type' });
      const { uploadId } = begun;
      const tell = ({ offset }: { offset: number }) => setProgress({ at: 'running', name, share: offset / blob.size });
      const reason = await uploadFile(media, blob, { uploadId, offset: 0 }, tell, new AbortController().signal);
      if (reason !== null) return setProgress({ at: 'refused', reason });
      setProgress({ at: 'there', name });
      return onReady(uploadId);
    } catch {
      return setProgress({ at: 'lost' });
    }
  };
  return (
    <div className={styles['file']}>
      <span className={styles['label']}>
        {kind === 'image' ? (
          <Trans>Picture above the text</Trans>
        ) : kind === 'video' ? (
          <Trans>Video above the text</Trans>
        ) : (
          <Trans>Document above the text</Trans>
        )}
      </span>
      <div className={styles['row']}>
        <FileTrigger acceptedFileTypes={ACCEPT[kind] ?? []} onSelect={(files) => (files?.[0] ? void take(files[0]) : undefined)}>
          <Button isDisabled={offline || progress.at === 'running'}>
            <Paperclip size={16} aria-hidden="true" />
            {progress.at === 'there' ? <Trans>Another file</Trans> : <Trans>Choose a file</Trans>}
          </Button>
        </FileTrigger>
        {progress.at === 'there' ? <span dir="auto">{progress.name}</span> : null}
        {progress.at === 'running' ? <progress value={progress.share} max={1} aria-label={t`Handing over ${progress.name}`} /> : null}
      </div>
      <SendRefusal refusal={progress.at === 'refused' ? progress.reason : null} failed={false} />
      {progress.at === 'lost' ? (
        <Notice tone="bad" isLive title={<Trans>Shopbell did not answer</Trans>}>
          <Trans>Nothing is lost. Choose the file once more, and try again.</Trans>
        </Notice>
      ) : null}
    </div>
  );
}
