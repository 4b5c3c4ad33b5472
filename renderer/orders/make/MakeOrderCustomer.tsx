import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import type { RefObject } from 'react';
import type { CustomerBrief } from '../../../shared/contract/common.ts';
import { customerName } from '../../ui/customer-name.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import styles from './make.module.css';

type Called = { name: string; phone: string };
type Props = {
  /** The chat's customer; null by telephone, and until the chat is known. */
  chat: CustomerBrief | null;
  isByPhone: boolean;
  value: Called;
  nameRef: RefObject<HTMLInputElement | null>;
  isWrong: boolean;
  onChange: (value: Called) => void;
};

/** Whose order it is: the chat's customer, or who is on the telephone. */
export function MakeOrderCustomer({ chat, isByPhone, value, nameRef, isWrong, onChange }: Props) {
  const { i18n } = useLingui();
  if (!isByPhone)
    return (
      <p className={styles['customer']}>
        <Trans>For</Trans> <strong dir="auto">{chat === null ? '…' : customerName(chat, i18n)}</strong>
      </p>
    );
  return (
    <div className={styles['pair']}>
      <TextInput
        label={<Trans>Name</Trans>}
        value={value.name}
        maxLength={200}
        inputRef={nameRef}
        isInvalid={isWrong}
        onChange={(name) => onChange({ ...value, name })}
      />
      <TextInput
        label={<Trans>Telephone</Trans>}
        type="tel"
        value={value.phone}
        maxLength={40}
        isInvalid={isWrong}
        onChange={(phone) => onChange({ ...value, phone })}
      />
    </div>
  );
}
