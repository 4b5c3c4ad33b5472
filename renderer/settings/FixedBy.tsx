import { Trans } from '@lingui/react/macro';

/** Says that the environment holds a value, which the page then cannot change. */
export function FixedBy({ variable }: { variable: string }) {
  return (
    <span>
      {' '}
      <Trans>
        From environment <strong>{variable}</strong> (read-only)
      </Trans>
    </span>
  );
}
