import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import type { ReactNode } from 'react';
import styles from './fields.module.css';

type Props = { label: ReactNode; value: number; isDisabled?: boolean; onChange: (value: number) => void; onChangeEnd: (value: number) => void };

/** A share from 0 to 100 per cent, in steps of five. */
export function PercentSlider({ label, value, isDisabled = false, onChange, onChangeEnd }: Props) {
  return (
    <Slider
      className={styles['slider'] ?? ''}
      value={value}
      step={5}
      isDisabled={isDisabled}
      formatOptions={{ style: 'unit', unit: 'percent' }}
      onChange={(next) => onChange(next)}
      onChangeEnd={(next) => onChangeEnd(next)}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <SliderOutput />
      <SliderTrack className={styles['sliderTrack'] ?? ''}>
        <SliderThumb className={styles['thumb'] ?? ''} />
      </SliderTrack>
    </Slider>
  );
}
