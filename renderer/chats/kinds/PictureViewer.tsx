import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { useChatAround } from './chat-around.ts';
import { saveAddress } from './save-address.ts';
import styles from './PictureViewer.module.css';

const LARGEST = 4;

/** A photo over the whole window, with zoom, and the chat's others beside it. Keys: arrows, plus, minus, Escape. */
export function PictureViewer({ mediaId, onClose }: { mediaId: number | null; onClose: () => void }) {
  return (
    <ModalOverlay className={styles['overlay'] ?? ''} isOpen={mediaId !== null} isDismissable onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal className={styles['modal'] ?? ''}>{mediaId === null ? null : <Viewer firstId={mediaId} onClose={onClose} />}</Modal>
    </ModalOverlay>
  );
}

function Viewer({ firstId, onClose }: { firstId: number; onClose: () => void }) {
  const { t } = useLingui();
  const { pictures } = useChatAround();
  const [shownId, setShownId] = useState(firstId);
  const [zoom, setZoom] = useState(1);
  const place = pictures.findIndex((picture) => picture.mediaId === shownId);
  const picture = pictures[place];
  const go = (by: number) => {
    const next = pictures[place + by];
    if (!next) return;
    setShownId(next.mediaId);
    setZoom(1);
  };
  const grow = (by: number) => setZoom((now) => Math.min(LARGEST, Math.max(1, now + by)));
  const pressed = (event: KeyboardEvent) => {
    const deeds: Record<string, () => void> = {
      ArrowLeft: () => go(-1),
      ArrowRight: () => go(1),
      '+': () => grow(0.5),
      '-': () => grow(-0.5),
      '0': () => setZoom(1),
    };
    const deed = Object.hasOwn(deeds, event.key) ? deeds[event.key] : undefined;
    // Zoomed in, the arrows move the picture.
    if (!deed || (zoom > 1 && event.key.startsWith('Arrow'))) return;
    event.preventDefault();
    deed();
  };
  const number = place + 1;
  return (
    <Dialog className={styles['dialog'] ?? ''} aria-label={t`Photo`}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the dialog's keys, wherever the focus is in it */}
      <div className={styles['inside']} onKeyDown={pressed}>
        <div className={styles['bar']}>
          <span aria-live="polite">
            <Trans>
              Photo {number} of {pictures.length}
            </Trans>
          </span>
          <Button look="inverse" size="icon" aria-label={t`Smaller`} isDisabled={zoom <= 1} onPress={() => grow(-0.5)}>
            <ZoomOut size={18} aria-hidden="true" />
          </Button>
          <Button look="inverse" size="icon" aria-label={t`Larger`} isDisabled={zoom >= LARGEST} onPress={() => grow(0.5)}>
            <ZoomIn size={18} aria-hidden="true" />
          </Button>
          {picture?.url ? (
            <a
              className={buttonClass({ look: 'inverse', size: 'icon' })}
              href={saveAddress(picture.url)}
              download={picture.filename ?? ''}
              aria-label={t`Save the photo`}
            >
              <Download size={18} aria-hidden="true" />
            </a>
          ) : null}
          <Button look="inverse" size="icon" aria-label={t`Close`} onPress={onClose}>
            <X size={18} aria-hidden="true" />
          </Button>
        </div>
        <div className={styles['stage']} data-zoomed={zoom > 1 ? '' : undefined}>
          {picture?.url ? (
            <img src={picture.url} alt={picture.filename ?? t`Photo`} style={{ inlineSize: `${zoom * 100}%`, blockSize: `${zoom * 100}%` }} />
          ) : null}
        </div>
        <div className={styles['bar']}>
          <Button look="inverse" isDisabled={place <= 0} onPress={() => go(-1)}>
            <ChevronLeft size={18} aria-hidden="true" />
            <Trans>Older</Trans>
          </Button>
          <Button look="inverse" isDisabled={place < 0 || place >= pictures.length - 1} onPress={() => go(1)}>
            <Trans>Newer</Trans>
            <ChevronRight size={18} aria-hidden="true" />
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
