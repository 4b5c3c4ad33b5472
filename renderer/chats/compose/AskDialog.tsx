import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { ConversationView } from '../../../shared/contract/chats.ts';
import { BODY_LIMIT } from '../../../shared/domain/fit-text.ts';
import { TextBox } from '../../ui/TextBox.tsx';
import { askText } from './ask-words.ts';
import type { Asked } from './ask-words.ts';
import { CharactersLeft } from './CharactersLeft.tsx';
import { SendDialog } from './SendDialog.tsx';

type Props = { conversation: ConversationView; asked: Asked; quoteMessageId: number | null; onClose: () => void; onSent: () => void };

/** Asks the customer for a place or a phone number; WhatsApp shows a button under the text that shares it. */
export function AskDialog({ conversation, asked, quoteMessageId, onClose, onSent }: Props) {
  const [body, setBody] = useState(() => askText(asked, conversation.language));
  const isPlace = asked === 'location';
  return (
    <SendDialog
      conversationId={conversation.id}
      title={isPlace ? <Trans>Ask for the location</Trans> : <Trans>Ask for the phone number</Trans>}
      content={{ kind: isPlace ? 'location-request' : 'contact-request', body: body.trim() }}
      canSend={body.trim() !== '' && body.length <= BODY_LIMIT}
      isTouched={body !== askText(asked, conversation.language)}
      quoteMessageId={quoteMessageId}
      onClose={onClose}
      onSent={onSent}
    >
      <TextBox
        label={<Trans>Text</Trans>}
        rows={4}
        value={body}
        isInvalid={body.length > BODY_LIMIT}
        hint={
          <>
            {isPlace ? (
              <Trans>Under it stands a button by which the customer shares a place.</Trans>
            ) : (
              <Trans>Under it stands a button by which the customer shares the number. It needs a phone that knows this kind of message.</Trans>
            )}{' '}
            <CharactersLeft length={body.length} limit={BODY_LIMIT} />
          </>
        }
        onChange={setBody}
      />
    </SendDialog>
  );
}
