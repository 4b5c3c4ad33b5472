import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import type { SoundTrouble } from '../bell/sound-trouble-words.ts';
import { SOUND_TROUBLE_WORDS } from '../bell/sound-trouble-words.ts';
import type { LightTone } from '../connection/light-words.ts';
import { LIGHT_WORDS } from '../../shared/wording/light-words.ts';

/** Nobody hears an order while one of these lasts; of the others somebody may. */
const DEAF: readonly SoundTrouble[] = ['no-screen', 'no-output', 'muted'];

/** `why`: said below the words, where something is the matter that a reason names. */
export type TopLight = { tone: LightTone; words: MessageDescriptor; why: Reason | null };

/**
 * The light on top: whether an order that a customer sends now would be heard. The worst of what is known comes first: what keeps webhooks out, then
 * what keeps replies in, then the bell itself.
 * @param sound what is wrong with the bell's sound; undefined while it is not known
 */
export function lightOf(connection: ConnectionView, sound: SoundTrouble | null | undefined): TopLight {
  const { light, disk, webhook, outboxHold } = connection;
  if (disk !== null) return { tone: 'bad', words: msg`Nothing can be kept`, why: disk };
  if (webhook.problem !== null) return { tone: 'bad', words: msg`The webhook server stands still`, why: webhook.problem };
  if (light.tone === 'bad') return { tone: 'bad', words: LIGHT_WORDS.bad, why: light.reason };
  if (connection.missing.length > 0) return { tone: 'warn', words: msg`Values are missing`, why: null };
  if (outboxHold !== null) return { tone: 'warn', words: msg`Replies are held`, why: outboxHold };
  if (sound) return { tone: DEAF.includes(sound) ? 'bad' : 'warn', words: SOUND_TROUBLE_WORDS[sound].title, why: null };
  if (light.tone !== 'good') return { tone: light.tone, words: LIGHT_WORDS[light.tone], why: light.reason };
  // Without a screen and without trouble: the opening hours say that nobody need hear it now.
  if (connection.screens.soundReady === 0)
    return sound === undefined ? { tone: 'busy', words: msg`Asking …`, why: null } : { tone: 'none', words: msg`The shop is closed`, why: null };
  return connection.shop === 'practice'
    ? { tone: 'good', words: msg`Practice line up, sound ready`, why: null }
    : { tone: 'good', words: msg`Reachable, sound ready`, why: null };
}
