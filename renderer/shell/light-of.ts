import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ConnectionView } from '../../shared/contract/connection.ts';

export type LightTone = 'good' | 'busy' | 'none' | 'warn' | 'bad';

/** The light's colour, shape and words: the worst of what is known comes first. */
export function lightOf(connection: ConnectionView): { tone: LightTone; words: MessageDescriptor } {
  if (connection.disk !== null) return { tone: 'bad', words: msg`Nothing can be kept` };
  if (connection.webhook.problem !== null) return { tone: 'bad', words: msg`The webhook server stands still` };
  if (connection.tunnel.state === 'failed') return { tone: 'bad', words: msg`Tunnel stopped` };
  if (connection.tunnel.state === 'down') return { tone: 'bad', words: msg`Tunnel down` };
  if (connection.missing.length > 0) return { tone: 'warn', words: msg`Values are missing` };
  if (connection.outboxHold !== null) return { tone: 'warn', words: msg`Replies are held` };
  if (connection.screens.soundReady === 0) return { tone: 'warn', words: msg`Nobody hears the bell` };
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
