import { Trans } from '@lingui/react/macro';
import { useOffline } from '../../cable/ConnectionProvider.tsx';
import { Toggle } from '../../ui/Toggle.tsx';

/** Hidden until somebody asks for it, and hidden again with the next one. */
export function PersonalToggle({ isShown, onChange }: { isShown: boolean; onChange: (shown: boolean) => void }) {
  const offline = useOffline();
  return (
    <Toggle
      isSelected={isShown}
      isDisabled={offline}
      onChange={onChange}
      hint={
        isShown ? (
          <Trans>Names, numbers and words of customers are in sight. Give no picture and no copy of this away.</Trans>
        ) : (
          <Trans>Names, numbers and words of customers are masked: the same number is the same placeholder everywhere.</Trans>
        )
      }
    >
      <Trans>Show personal data</Trans>
    </Toggle>
  );
}
