import { useLingui } from '@lingui/react/macro';
import type { PracticeAction } from '../../shared/contract/practice.ts';
import { Button } from '../ui/Button.tsx';
import { DEED_GROUPS } from './deeds.ts';
import styles from './PracticeView.module.css';

/** A button for everything that can happen, in groups with a heading each. */
export function DeedButtons({ isDisabled, onAct }: { isDisabled: boolean; onAct: (action: PracticeAction) => void }) {
  const { t } = useLingui();
  return (
    <div className={styles['groups']}>
      {DEED_GROUPS.map(({ title, deeds }) => (
        <fieldset key={title.id} className={styles['group']}>
          <legend className={styles['groupTitle']}>{t(title)}</legend>
          <div className={styles['deeds']}>
            {deeds.map(({ action, words }) => (
              <Button key={action} look={action === 'order' ? 'go' : 'plain'} isDisabled={isDisabled} onPress={() => onAct(action)}>
                {t(words)}
              </Button>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
