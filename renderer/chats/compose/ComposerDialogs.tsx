import type { ConversationView } from '../../../shared/contract/chats.ts';
import type { MessageView } from '../../../shared/contract/messages.ts';
import { AttachDialog } from '../attach/AttachDialog.tsx';
import type { Attachment, Attachments } from '../attach/attachments.ts';
import { ProductPicker } from '../../catalogue/ProductPicker.tsx';
import { TemplateDialog } from '../templates/TemplateDialog.tsx';
import { AskDialog } from './AskDialog.tsx';
import { ButtonsDialog } from './ButtonsDialog.tsx';

export type OpenDialog = 'attach' | 'products' | 'template' | 'buttons' | 'location' | 'contact' | null;

type Props = {
  open: OpenDialog;
  conversation: ConversationView;
  name: string;
  messages: readonly MessageView[];
  text: string;
  quoteMessageId: number | null;
  attachments: Attachments;
  list: readonly Attachment[];
  onClose: () => void;
  onSent: () => void;
  /** The text in the field went out with it. */
  onTextSent: () => void;
};

/** The dialog in which something beside a text is made ready, if one is open. */
export function ComposerDialogs({ open, conversation, name, messages, text, quoteMessageId, attachments, list, onClose, onSent, onTextSent }: Props) {
  const sends = { quoteMessageId, onClose, onSent };
  switch (open) {
    case null:
      return null;
    case 'products':
      return (
        <ProductPicker
          conversation={conversation}
          initial={null}
          initialText={text}
          onClose={onClose}
          onSent={() => {
            onSent();
            onTextSent();
            onClose();
          }}
        />
      );
    case 'attach':
      return <AttachDialog name={name} attachments={attachments} list={list} {...sends} />;
    case 'template':
      return <TemplateDialog conversation={conversation} name={name} messages={messages} onClose={onClose} onSent={onSent} />;
    case 'buttons':
      return (
        <ButtonsDialog
          conversationId={conversation.id}
          initialText={text}
          {...sends}
          onSent={() => {
            onSent();
            onTextSent();
          }}
        />
      );
    case 'location':
    case 'contact':
      return <AskDialog conversation={conversation} asked={open} {...sends} />;
  }
}
