import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { SoundCheckView } from '../../shared/contract/bell.ts';

export type SoundTrouble = NonNullable<SoundCheckView['trouble']>;

/** What is wrong with the bell's sound, and what to do. */
export const SOUND_TROUBLE_WORDS: Record<SoundTrouble, { title: MessageDescriptor; todo: MessageDescriptor }> = {
  'not-heard': {
    title: msg`The alarm was not heard`,
    todo: msg`Switch the speakers on and turn them up, then play the alarm again.`,
  },
  muted: {
    title: msg`This computer's sound is muted`,
    todo: msg`Switch it on in the system's sound settings. Nobody hears an order until then.`,
  },
  quiet: {
    title: msg`This computer's sound is turned down`,
    todo: msg`Turn it up in the system's sound settings, so that an order is heard across the room.`,
  },
  'no-output': {
    title: msg`No speakers are connected`,
    todo: msg`Connect or switch on speakers or headphones. Nobody hears an order until then.`,
  },
  'no-screen': {
    title: msg`Nobody hears the bell`,
    todo: msg`No open screen has its sound ready. Play the ring here, and turn the volume up in the settings.`,
  },
};
