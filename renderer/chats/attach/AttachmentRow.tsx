import { Trans, useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { useSayReason } from '../../ui/use-say-reason.ts';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { AttachmentPreview } from './AttachmentPreview.tsx';
import { CAPTION_LIMIT, sentAsWords } from './attachment-words.ts';
import { CAPTIONED } from './attachments.ts';
import type { Attachment, Attachments } from './attachments.ts';
import type { PictureChange } from './prepare-picture.ts';
import styles from './AttachmentRow.module.css';

type Props = { attachment: Attachment; attachments: Attachments; isRunning: boolean };

/** One file: what it looks like, what it is sent as, its caption, and how far it is. */
export function AttachmentRow({ attachment, attachments, isRunning }: Props) {
  const { i18n, t } = useLingui();
  const formats = useFormats();
  const { key, file, as, choices, caption, state, picture, progress } = attachment;
  const change = as === 'document' ? null : (picture?.change ?? null);
  const size = (change && picture ? picture.blob.size : file.size) / 1024 / 1024;
  const megabytes = formats.number(size < 0.1 ? 0.1 : Math.round(size * 10) / 10);
  const over = [...caption].length - CAPTION_LIMIT;
  const isBusy = isRunning || state === 'checking';
  return (
    <li className={styles['row']} data-state={state}>
      <AttachmentPreview blob={picture?.blob ?? file} as={as} name={file.name} />
      <div className={styles['words']}>
        <div className={styles['head']}>
          <strong className={styles['name']} dir="auto">
            {file.name}
          </strong>
          <span className={styles['small']}>
            <Trans>{megabytes} MB</Trans>
          </span>
          <Button look="quiet" size="icon" isDisabled={isRunning} aria-label={t`Remove ${file.name}`} onPress={() => attachments.remove(key)}>
            <X size={18} aria-hidden="true" />
          </Button>
        </div>
        {state === 'checking' ? (
          <output className={styles['small']}>
            <Trans>Checking …</Trans>
          </output>
        ) : state === 'refused' ? (
          <Refusal attachment={attachment} />
        ) : (
          <>
            {change ? <p className={styles['small']}>{changeWords(change)}</p> : null}
            {choices.length > 1 && as !== null ? (
              <Choices
                label={<span className="off-screen">{t`Send ${file.name}`}</span>}
                value={as}
                isDisabled={isBusy}
                options={choices.map((choice) => ({ value: choice, words: i18n._(sentAsWords(choice)) }))}
                onChange={(choice) => attachments.choose(key, choice)}
              />
            ) : null}
            {as !== null && CAPTIONED.has(as) ? (
              <TextBox
                label={<Trans>Caption</Trans>}
                rows={1}
                value={caption}
                isReadOnly={isBusy}
                isInvalid={over > 0}
                hint={over > 0 ? <Trans>{over} characters too many</Trans> : null}
                onChange={(words) => attachments.caption(key, words)}
              />
            ) : null}
          </>
        )}
        {state === 'sending' ? <progress className={styles['progress']} value={progress} max={1} aria-label={t`Handing over ${file.name}`} /> : null}
      </div>
    </li>
  );
}

function Refusal({ attachment: { reason } }: { attachment: Attachment }) {
  const say = useSayReason();
  if (reason === null) return null;
  const words = say(reason);
  return (
    <p className={styles['refused']} role="alert">
      <strong>{words.title}.</strong> {words.todo}
    </p>
  );
}

function changeWords({ converted, shrunk, still }: PictureChange) {
  if (still) return <Trans>WhatsApp takes no moving pictures of this kind: it goes as a still one.</Trans>;
  if (shrunk && converted) return <Trans>Made smaller and turned into a format that WhatsApp takes. As a document, it goes as it is.</Trans>;
  if (shrunk) return <Trans>Made smaller, since WhatsApp takes pictures up to 5 MB. As a document, it goes as it is.</Trans>;
  if (converted) return <Trans>Turned into a format that WhatsApp takes. As a document, it goes as it is.</Trans>;
  return <Trans>Packed tighter, since WhatsApp takes pictures up to 5 MB. As a document, it goes as it is.</Trans>;
}
