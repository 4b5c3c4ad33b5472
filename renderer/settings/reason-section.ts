import type { Reason } from '../../shared/domain/reason.ts';
import type { SettingsSection } from './settings-sections.ts';

const SECTIONS: Partial<Record<Reason, SettingsSection>> = {
  'not-configured': 'whatsapp',
  'token-refused': 'whatsapp',
  'permission-missing': 'whatsapp',
  'wrong-id': 'whatsapp',
  'tunnel-token': 'way-in',
  'tunnel-domain': 'way-in',
  'tunnel-address': 'way-in',
  'tunnel-missing': 'way-in',
  'program-missing': 'way-in',
  'funnel-off': 'way-in',
  'no-way-in': 'way-in',
  'loop-certificate': 'way-in',
  'token-expired': 'whatsapp',
  'token-expiring': 'whatsapp',
  'token-temporary': 'whatsapp',
  'token-wrong-kind': 'whatsapp',
  'secret-wrong': 'whatsapp',
  'signature-refused': 'whatsapp',
  'app-unknown': 'whatsapp',
  'no-template': 'told',
  'template-problem': 'told',
  'printer-missing': 'printer',
  'printer-off': 'printer',
  'no-desktop': 'printer',
};

/** The section of the settings in which a reason is mended; null where it is mended elsewhere. */
export function reasonSection(reason: Reason): SettingsSection | null {
  return SECTIONS[reason] ?? null;
}
