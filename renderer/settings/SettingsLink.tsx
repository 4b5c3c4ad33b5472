import { Trans } from '@lingui/react/macro';
import { Link } from 'wouter';
import type { Reason } from '../../shared/domain/reason.ts';
import { reasonSection } from './reason-section.ts';
import { sectionAddress } from './settings-sections.ts';

/** The way to the section of the settings in which a reason is mended; nothing where it is mended elsewhere. */
export function SettingsLink({ reason, className }: { reason: Reason; className?: string | undefined }) {
  const section = reasonSection(reason);
  return section === null ? null : (
    <Link href={sectionAddress(section)} className={className}>
      <Trans>Open in the settings</Trans>
    </Link>
  );
}
