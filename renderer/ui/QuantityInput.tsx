import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, NumberField } from 'react-aria-components';
import styles from './QuantityInput.module.css';

type Props = { label: string; value: number; least?: number; most: number; isDisabled?: boolean; onChange: (value: number) => void };

/** How many: by its two buttons, by the arrow keys, or typed. */
export function QuantityInput({ label, value, least = 0, most, isDisabled = false, onChange }: Props) {
  return (
    <NumberField
      aria-label={label}
      value={value}
      minValue={least}
      maxValue={most}
      step={1}
      isDisabled={isDisabled}
      onChange={(next) => onChange(Number.isNaN(next) ? value : next)}
    >
      <Group className={styles['group'] ?? ''}>
        <Button slot="decrement" className={styles['step'] ?? ''}>
          <Minus size={16} aria-hidden="true" />
        </Button>
        <Input className={styles['input'] ?? ''} />
        <Button slot="increment" className={styles['step'] ?? ''}>
          <Plus size={16} aria-hidden="true" />
        </Button>
      </Group>
    </NumberField>
  );
}
