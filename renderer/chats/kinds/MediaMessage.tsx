import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { MediaView, MessageContent } from '../../../shared/contract/messages.ts';
import { AudioPlayer } from './AudioPlayer.tsx';
import { MediaState } from './MediaState.tsx';
import { PictureViewer } from './PictureViewer.tsx';
import { placeForMedia } from './place-for-media.ts';
import { SavedFile } from './SavedFile.tsx';
import { RichText } from './RichText.tsx';
import styles from './MediaMessage.module.css';

type Content = Extract<MessageContent, { kind: 'media' }>;

/** A file of a message with its caption: seen, heard, or to be saved; and what is the matter where it is not here. */
export function MediaMessage({ content, isOurs }: { content: Content; isOurs: boolean }) {
  const { t } = useLingui();
  const { url, progress } = content.media;
  return (
    <div className={styles['media']}>
      <File content={content} isOurs={isOurs} />
      {isOurs && url !== null && progress !== null ? (
        <progress className={styles['progress']} max={1} value={progress} aria-label={t`Uploading the file`} />
      ) : null}
      {content.caption === null || content.caption === '' ? null : <RichText text={content.caption} />}
    </div>
  );
}

function File({ content, isOurs }: { content: Content; isOurs: boolean }) {
  const { media, voice } = content;
  // Meta serves what we sent to nobody; our own file is on its way out while there is no address.
  if (media.url === null) return <MediaState media={media} isOurs={isOurs} voice={voice} />;
  switch (media.media) {
    case 'image':
      return <Picture media={media} url={media.url} />;
    case 'sticker':
      return <Sticker media={media} url={media.url} />;
    case 'video':
      return <Film media={media} url={media.url} />;
    case 'audio':
      return <AudioPlayer media={media} url={media.url} voice={voice} />;
    case 'document':
      return <SavedFile media={media} url={media.url} />;
  }
}

type Ready = { media: MediaView; url: string };

function Picture({ media, url }: Ready) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [broken, setBroken] = useState(false);
  if (broken) return <SavedFile media={media} url={url} cannotShow />;
  return (
    <>
      <button
        type="button"
        className={styles['picture']}
        style={placeForMedia(media.width, media.height)}
        aria-label={t`Show the photo large`}
        onClick={() => setOpen(true)}
      >
        <img src={media.thumbUrl ?? url} alt="" onError={() => setBroken(true)} />
      </button>
      <PictureViewer mediaId={open ? media.mediaId : null} onClose={() => setOpen(false)} />
    </>
  );
}

function Sticker({ media, url }: Ready) {
  const { t } = useLingui();
  const [broken, setBroken] = useState(false);
  if (broken) return <SavedFile media={media} url={url} cannotShow />;
  return <img className={styles['sticker']} src={url} alt={t`Sticker`} onError={() => setBroken(true)} />;
}

function Film({ media, url }: Ready) {
  const { t } = useLingui();
  const [broken, setBroken] = useState(false);
  if (broken) return <SavedFile media={media} url={url} cannotShow />;
  return (
    // What customers film comes without subtitles.
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <video
      className={styles['film']}
      style={placeForMedia(media.width, media.height)}
      src={url}
      controls
      preload="metadata"
      aria-label={t`Video`}
      onError={() => setBroken(true)}
    />
  );
}
