import { homedir } from 'node:os';
import { createMasker, type Masker } from '../../shared/domain/mask-personal.ts';
import type { Line } from '../line.ts';
import { allSecrets } from '../settings/all-secrets.ts';
import type { EffectiveSettings } from '../settings/effective-settings.ts';

/** Hides what a line and the settings know as secret; one for each file or view, so that its placeholders belong together. */
export function inspectorMasker(line: Pick<Line, 'secrets' | 'store'>, settings: Pick<EffectiveSettings, 'secret'>): Masker {
  const probeKey = line.store.facts.get('probe_key');
  const secrets = [...line.secrets(), ...allSecrets(settings), ...(probeKey === null ? [] : [probeKey])];
  return createMasker({ secrets: () => secrets, hidden: [{ text: homedir(), as: '~' }] });
}
