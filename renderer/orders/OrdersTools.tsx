import { Trans, useLingui } from '@lingui/react/macro';
import { Columns3, Plus, Rows3 } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useSettings } from '../settings/use-settings.ts';
import { Button } from '../ui/Button.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import type { OrdersLayout } from './kept-view.ts';
import { UndoBar } from './UndoBar.tsx';
import styles from './OrdersTools.module.css';

type Props = { layout: OrdersLayout; onLayout: (layout: OrdersLayout) => void; onMake: () => void };

/** The head of the orders: board or list, what was just done, and an order by hand. */
export function OrdersTools({ layout, onLayout, onMake }: Props) {
  const { t } = useLingui();
  const offline = useOffline();
  const letterKeys = useSettings().data?.values.letterKeys ?? true;
  return (
    <div className={styles['tools']}>
      <RadioGroup
        data-tool=""
        className={styles['layouts'] ?? ''}
        aria-label={t`Layout`}
        orientation="horizontal"
        value={layout}
        onChange={(chosen) => onLayout(chosen as OrdersLayout)}
      >
        <Radio value="board" className={styles['layout'] ?? ''}>
          <Columns3 size={18} aria-hidden="true" />
          <span className={styles['words']}>
            <Trans>Board</Trans>
          </span>
        </Radio>
        <Radio value="list" className={styles['layout'] ?? ''}>
          <Rows3 size={18} aria-hidden="true" />
          <span className={styles['words']}>
            <Trans>List</Trans>
          </span>
        </Radio>
      </RadioGroup>
      <UndoBar />
      <Button data-tool="" className={styles['make']} isDisabled={offline} onPress={onMake}>
        <Plus size={18} aria-hidden="true" />
        <span className={styles['words']}>
          <Trans>New order</Trans>
        </span>
        {letterKeys ? <KeyCap>N</KeyCap> : null}
      </Button>
    </div>
  );
}
