import { Trans } from '@lingui/react/macro';

/** Counts once a text comes near its limit. */
export function CharactersLeft({ length, limit }: { length: number; limit: number }) {
  if (length > limit)
    return (
      <output data-over="">
        <Trans>{length - limit} characters too many</Trans>
      </output>
    );
  if (length < limit * 0.8) return null;
  return (
    <output>
      <Trans>{limit - length} characters left</Trans>
    </output>
  );
}
