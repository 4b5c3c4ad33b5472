import { Plural } from '@lingui/react/macro';

/** How many pieces an order has. */
export function PieceCount({ pieces }: { pieces: bigint }) {
  return (
    <span style={{ color: 'var(--muted)' }}>
      <Plural value={Number(pieces)} one="# piece" other="# pieces" />
    </span>
  );
}
