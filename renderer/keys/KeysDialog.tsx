import { Trans, useLingui } from '@lingui/react/macro';
import { COMPOSER_DEEDS, DEED_LETTERS, deedWords } from '../chats/compose/composer-keys.ts';
import { useSettings } from '../settings/use-settings.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './KeysDialog.module.css';

/** All keys of the page. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { i18n, t } = useLingui();
  const letterKeys = useSettings().data?.values.letterKeys ?? true;
  const keys: [string[], string][] = [
    [['Alt', '1'], t`Orders`],
    [['Alt', '2'], t`Chats`],
    [['Alt', '3'], t`Catalogue`],
    [['Alt', '4'], t`Day book`],
    [['Alt', '5'], t`Connection`],
    [['Alt', '6'], t`Settings`],
    [['Ctrl', 'K'], t`Search`],
    [['Ctrl', 'F'], t`Search in the open chat`],
    [['Ctrl', 'I'], t`The customer of the open chat`],
    [['↑', '↓', '←', '→'], t`From order to order, from chat to chat, from message to message`],
    [['Enter'], t`Open the focused order or chat; in the text field: send`],
    [['Shift', 'Enter'], t`New line`],
    [['/'], t`In the text field: texts that stand ready; /p: articles`],
    ...COMPOSER_DEEDS.map((deed): [string[], string] => [['Ctrl', 'Shift', DEED_LETTERS[deed]], i18n._(deedWords(deed))]),
    [['Ctrl', 'Z'], t`Undo what was just done, within ten seconds`],
    [['Esc'], t`Back to the list`],
    [['?'], t`These keys`],
  ];
  const letters: [string[], string][] = [
    [['A'], t`Move the focused order on: accept, prepare, ready, done`],
    [['D'], t`Decline or cancel the focused order`],
    [['U'], t`Undo what was just done`],
    [['P'], t`Print the focused order`],
    [['N'], t`New order by hand`],
    [['L'], t`Orders as a board or as a list`],
    [['R'], t`Write in the focused chat; on a message: reply to it`],
    [['E'], t`React to the focused message`],
    [['M'], t`More for the focused message`],
    [['D'], t`The focused chat needs no answer`],
    [['Q'], t`Answer the focused chat's product question with the price; Enter sends it`],
    [['S'], t`Send the article that the focused chat's question is about`],
  ];
  return (
    <DialogFrame title={<Trans>Keys</Trans>} isOpen={isOpen} onClose={onClose}>
      <dl className={styles['keys']}>
        {[...keys, ...(letterKeys ? letters : [])].map(([caps, words]) => (
          <div key={words} className={styles['row']}>
            <dt className={styles['caps']}>
              <span className="off-screen">{caps.join(' ')}</span>
              {caps.map((cap) => (
                <KeyCap key={cap}>{cap}</KeyCap>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {letterKeys ? null : (
        <p>
          <Trans>Single letters are switched off in the settings.</Trans>
        </p>
      )}
      <Button look="go" onPress={onClose}>
        <Trans>Close</Trans>
      </Button>
    </DialogFrame>
  );
}
