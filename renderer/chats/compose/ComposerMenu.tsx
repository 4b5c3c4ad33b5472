import { useLingui } from '@lingui/react/macro';
import { Contact, LayoutTemplate, MapPin, MessageSquareReply, Mic, Paperclip, Plus, ShoppingBag } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../../ui/Button.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { COMPOSER_DEEDS, DEED_LETTERS, deedWords } from './composer-keys.ts';
import type { ComposerDeed } from './composer-keys.ts';
import styles from './ComposerMenu.module.css';

const SIGNS: Record<ComposerDeed, LucideIcon> = {
  attach: Paperclip,
  voice: Mic,
  products: ShoppingBag,
  template: LayoutTemplate,
  buttons: MessageSquareReply,
  location: MapPin,
  contact: Contact,
};

/** What can be sent beside a text. A phone number is asked for only where none is known. */
export function ComposerMenu({ hasPhone, onDo }: { hasPhone: boolean; onDo: (deed: ComposerDeed) => void }) {
  const { i18n, t } = useLingui();
  return (
    <MenuTrigger>
      <Button size="icon" className={styles['plus']} aria-label={t`Send something else`}>
        <Plus size={20} aria-hidden="true" />
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="top start">
        <Menu
          className={styles['menu'] ?? ''}
          aria-label={t`Send something else`}
          onAction={(key) => COMPOSER_DEEDS.filter((deed) => deed === key).forEach(onDo)}
        >
          {COMPOSER_DEEDS.filter((deed) => deed !== 'contact' || !hasPhone).map((deed) => {
            const Sign = SIGNS[deed];
            const words = i18n._(deedWords(deed));
            return (
              <MenuItem key={deed} id={deed} className={styles['item'] ?? ''} textValue={words}>
                <Sign size={18} aria-hidden="true" />
                <span className={styles['words']}>{words}</span>
                <span className={styles['keys']}>
                  <KeyCap>Ctrl</KeyCap>
                  <KeyCap>Shift</KeyCap>
                  <KeyCap>{DEED_LETTERS[deed]}</KeyCap>
                </span>
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
