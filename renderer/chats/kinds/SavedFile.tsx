import { Trans, useLingui } from '@lingui/react/macro';
import { Download, FileText } from 'lucide-react';
import type { MediaView } from '../../../shared/contract/messages.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { fileSize } from './file-size.ts';
import { mediaWords } from './line-words.ts';
import { saveAddress } from './save-address.ts';
import styles from './MediaMessage.module.css';

type Props = { media: MediaView; url: string; voice?: boolean; cannotShow?: boolean };

/** A file by its name, to be saved. `cannotShow`: the browser cannot show or play it. */
export function SavedFile({ media, url, voice = false, cannotShow = false }: Props) {
  const { i18n, t } = useLingui();
  const { locale } = useFormats();
  const name = media.filename ?? i18n._(mediaWords(media.media, voice));
  return (
    <div className={styles['file']}>
      <FileText size={28} aria-hidden="true" className={styles['icon']} />
      <span className={styles['words']}>
        <strong dir="auto">{name}</strong>
        <small className={styles['small']}>{[formatName(media), media.size === null ? null : fileSize(media.size, locale)].filter(Boolean).join(' · ')}</small>
        {cannotShow ? (
          <small>
            <Trans>This format cannot be shown or played here. Save it and open it with another program.</Trans>
          </small>
        ) : null}
      </span>
      <a className={buttonClass({ size: 'small' })} href={saveAddress(url)} download={media.filename ?? ''} aria-label={t`Save ${name}`}>
        <Download size={16} aria-hidden="true" />
        <Trans>Save</Trans>
      </a>
    </div>
  );
}

/** "PDF", "DOCX": as people name it; null where neither the name nor WhatsApp tells. */
function formatName({ filename, mimeType }: MediaView): string | null {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(filename ?? '')?.[1];
  return (ending ?? mimeType?.split(';')[0]?.split('/')[1])?.toUpperCase() ?? null;
}
