import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ShieldCheck } from 'lucide-react';
import { StripBar } from '../shell/StripBar.tsx';
import { Button } from '../ui/Button.tsx';
import { sayErased, useErased } from './erased.ts';

/** Says what was erased of a customer and what stayed, until it is closed. */
export function ErasedBar() {
  const { t } = useLingui();
  const erased = useErased();
  if (!erased) return null;
  const { messages, files, orders } = erased;
  return (
    <StripBar
      icon={ShieldCheck}
      tone="calm"
      more={
        orders === 0 ? (
          <Trans>Nothing of them is left here. Copies that you have made of the data folder keep what they hold.</Trans>
        ) : (
          <Plural
            value={orders}
            one="# order stays as figures, without name, note and address. Copies that you have made of the data folder keep what they hold."
            other="# orders stay as figures, without name, note and address. Copies that you have made of the data folder keep what they hold."
          />
        )
      }
      actions={
        <Button onPress={() => sayErased(null)}>
          <Trans>Close</Trans>
        </Button>
      }
    >
      {t`Erased: ${plural(messages, { one: '# message', other: '# messages' })}, ${plural(files, { one: '# file', other: '# files' })}`}
    </StripBar>
  );
}
