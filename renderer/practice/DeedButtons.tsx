import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import type { PracticeAction } from '../../shared/contract/practice.ts';
import { Button } from '../ui/Button.tsx';
import { DEED_GROUPS } from './deeds.ts';
import styles from './PracticeView.module.css';

/** A button for everything that can happen, in groups with a heading each. */
export function DeedButtons({ isDisabled, onAct }: { isDisabled: boolean; onAct: (action: PracticeAction) => void }) {
  const { t } = useLingui();
  const id = useId();
  return (
    <div className={styles['groups']}>
      {DEED_GROUPS.map(({ title, deeds }, index) => (
        <div key={title.id} role="group" aria-labelledby={`${id}-${String(index)}`}>
          <h3 id={`${id}-${String(index)}`} className={styles['groupTitle']}>
            {t(title)}
          </h3>
          <div className={styles['deeds']}>
            {deeds.map(({ action, words }) => (
              <Button key={action} look={action === 'order' ? 'go' : 'plain'} isDisabled={isDisabled} onPress={() => onAct(action)}>
                {t(words)}
              </Button>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
