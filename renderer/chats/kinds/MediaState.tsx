import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Download, FileX, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MediaView } from '../../../shared/contract/messages.ts';
import { useApi, useOffline } from '../../cable/ConnectionProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { useSayReason } from '../../ui/use-say-reason.ts';
import { fileSize } from './file-size.ts';
import { mediaWords } from './line-words.ts';
import { placeForMedia } from './place-for-media.ts';
import styles from './MediaMessage.module.css';

/** A file that is not here: on its way, failed, gone, too large, or removed; and what can be done. */
export function MediaState({ media, isOurs, voice }: { media: MediaView; isOurs: boolean; voice: boolean }) {
  const { i18n, t } = useLingui();
  const api = useApi();
  const offline = useOffline();
  const say = useSayReason();
  const { locale } = useFormats();
  const fetching = useMutation({ mutationFn: () => api.media.fetch({ mediaId: media.mediaId }) });
  const refusal = fetching.data?.ok === false ? say(fetching.data.reason) : null;
  const name = media.filename ?? i18n._(mediaWords(media.media, voice));
  const size = media.size === null ? null : fileSize(media.size, locale);
  const room = media.state === 'wanted' && (media.media === 'image' || media.media === 'video') ? placeForMedia(media.width, media.height) : undefined;
  const canFetch = !isOurs && (media.state === 'failed' || media.state === 'too-large');
  return (
    <div className={styles['state']} style={room} data-media-state={media.state}>
      {media.state === 'wanted' ? (
        <Download size={24} aria-hidden="true" className={styles['icon']} />
      ) : (
        <FileX size={24} aria-hidden="true" className={styles['icon']} />
      )}
      <span className={styles['words']}>
        <strong dir="auto">{name}</strong>
        <small className={styles['small']}>{stateWords(media, isOurs, size, media.reason === null ? null : say(media.reason))}</small>
      </span>
      {media.state === 'wanted' && media.progress !== null ? (
        <progress className={styles['progress']} max={1} value={media.progress} aria-label={isOurs ? t`Uploading the file` : t`Fetching the file`} />
      ) : null}
      {canFetch ? (
        <Button size="small" isDisabled={offline || fetching.isPending} onPress={() => fetching.mutate()}>
          <RotateCw size={15} aria-hidden="true" />
          {media.state === 'failed' ? <Trans>Fetch again</Trans> : <Trans>Fetch it anyway</Trans>}
        </Button>
      ) : null}
      {refusal ? (
        <p role="alert">
          <strong>{refusal.title}.</strong> {refusal.todo}
        </p>
      ) : null}
      {fetching.isError ? (
        <p role="alert">
          <Trans>This did not work. Try again.</Trans>
        </p>
      ) : null}
    </div>
  );
}

function stateWords(media: MediaView, isOurs: boolean, size: string | null, reason: { title: string; todo: string } | null): ReactNode {
  switch (media.state) {
    case 'wanted':
      return isOurs ? <Trans>Waits to be uploaded</Trans> : <Trans>Is being fetched from WhatsApp …</Trans>;
    case 'ready':
      return <Trans>The file is here, but cannot be shown now.</Trans>;
    case 'failed':
      return reason === null ? <Trans>It could not be fetched.</Trans> : `${reason.title}. ${reason.todo}`;
    case 'gone':
      return <Trans>WhatsApp no longer has this file. Ask the customer to send it again.</Trans>;
    case 'too-large':
      return size === null ? (
        <Trans>Larger than the settings let be fetched unasked.</Trans>
      ) : (
        <Trans>{size}: larger than the settings let be fetched unasked.</Trans>
      );
    case 'removed':
      return <Trans>The file was removed.</Trans>;
  }
}
