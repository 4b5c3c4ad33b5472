import { Trans } from '@lingui/react/macro';
import type { OrderRevisionView, OrderView } from '../../../shared/contract/orders.ts';
import { useFormats } from '../../ui/FormatsProvider.tsx';

/** A revision's lines in words: "Rye loaf: 2 instead of 4". */
export function ChangedLines({ order, revision }: { order: OrderView; revision: OrderRevisionView }) {
  const formats = useFormats();
  return (
    <ul>
      {revision.lines.map(({ position, before, after }) => {
        const line = order.lines.find((each) => each.position === position);
        const name = <bdi>{line?.product.name ?? line?.product.retailerId ?? '?'}</bdi>;
        return (
          <li key={position}>
            {after === 0 ? (
              <Trans>{name}: struck</Trans>
            ) : (
              <Trans>
                {name}: {formats.number(after)} instead of {formats.number(before)}
              </Trans>
            )}
          </li>
        );
      })}
    </ul>
  );
}
