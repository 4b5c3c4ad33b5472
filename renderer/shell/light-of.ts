import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { SoundTrouble } from '../bell/sound-trouble-words.ts';
import { SOUND_TROUBLE_WORDS } from '../bell/sound-trouble-words.ts';

export type LightTone = 'good' | 'busy' | 'none' | 'warn' | 'bad';

/** Nobody hears an order while one of these lasts; of the others somebody may. */
const DEAF: readonly SoundTrouble[] = ['no-screen', 'no-output', 'muted'];

/**
 * The light's colour, shape and words: the worst of what is known comes first.
 * @param sound what is wrong with the bell's sound; undefined while it is not known
 */
export function lightOf(connection: ConnectionView, sound: SoundTrouble | null | undefined): { tone: LightTone; words: MessageDescriptor } {
  if (connection.disk !== null) return { tone: 'bad', words: msg`Nothing can be kept` };
  if (connection.webhook.problem !== null) return { tone: 'bad', words: msg`The webhook server stands still` };
  if (connection.tunnel.state === 'failed') return { tone: 'bad', words: msg`Tunnel stopped` };
  if (connection.tunnel.state === 'down') return { tone: 'bad', words: msg`Tunnel down` };
  if (connection.missing.length > 0) return { tone: 'warn', words: msg`Values are missing` };
  if (connection.outboxHold !== null) return { tone: 'warn', words: msg`Replies are held` };
  if (sound) return { tone: DEAF.includes(sound) ? 'bad' : 'warn', words: SOUND_TROUBLE_WORDS[sound].title };
  // Without a screen and without trouble: the opening hours say that nobody need hear it now.
  if (connection.screens.soundReady === 0)
    return sound === undefined ? { tone: 'busy', words: msg`Asking …` } : { tone: 'none', words: msg`The shop is closed` };
  // Its customers are on this computer: there is no tunnel to be up.
  if (connection.shop === 'practice') return { tone: 'good', words: msg`Practice line up, sound ready` };
  switch (connection.tunnel.state) {
    case 'connecting':
      return { tone: 'busy', words: msg`Tunnel connecting` };
    case 'off':
      return { tone: 'none', words: msg`Tunnel off, sound ready` };
    case 'up':
      // Of an address of one's own nothing is known but that it was entered.
      return connection.tunnelKind === 'own' ? { tone: 'none', words: msg`Own address, sound ready` } : { tone: 'good', words: msg`Tunnel up, sound ready` };
  }
}
