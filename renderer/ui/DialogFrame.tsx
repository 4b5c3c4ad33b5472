import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ReactNode } from 'react';
import styles from './DialogFrame.module.css';

type Props = {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  size?: 'normal' | 'middle' | 'wide';
  /** False where something typed would be lost. */
  isDismissable?: boolean;
  children: ReactNode;
};

/** A dialog over the page; Escape and a click beside it close it. */
export function DialogFrame({ title, isOpen, onClose, size = 'normal', isDismissable = true, children }: Props) {
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen={isOpen}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <Modal className={styles['modal'] ?? ''} data-size={size}>
        <Dialog className={styles['dialog'] ?? ''}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
