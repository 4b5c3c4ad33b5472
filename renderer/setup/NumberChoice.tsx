import { Trans, useLingui } from '@lingui/react/macro';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { NumberAtMeta, SetupView } from '../../shared/contract/setup.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { QUALITY_WORDS } from '../connection/proof-words.ts';
import fields from '../ui/fields.module.css';
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import { SetupTroubleNotice } from './SetupTroubleNotice.tsx';
import { useSetupCall } from './use-setup.ts';
import styles from './setup.module.css';

/** Which of the token's numbers is the shop's; one alone is chosen by itself. */
export function NumberChoice({ setup }: { setup: SetupView }) {
  const say = useSayReason();
  const offline = useOffline();
  const choose = useSetupCall((api, asked: { wabaId: string; phoneNumberId: string }) => api.choose(asked));
  const accounts = setup.token?.accounts ?? [];
  const numbers = accounts.flatMap(({ wabaId, name, numbers: own }) => own.map((one) => ({ wabaId, account: name, one })));
  const faults = accounts.filter(({ fault }) => fault !== null);
  return (
    <>
      {faults.map(({ wabaId, name, fault }) =>
        fault === null ? null : (
          <Notice key={wabaId} tone="warn" title={<Trans>The numbers of {name ?? wabaId} could not be read</Trans>}>
            {fault === 'wrong-id' || fault === 'permission-missing' ? (
              <Trans>The token may not look into this account. Is it the shop's? Then assign it to the system user at Meta, and make the token anew.</Trans>
            ) : (
              `${say(fault).title}. ${say(fault).todo}`
            )}
          </Notice>
        ),
      )}
      {numbers.length === 0 ? null : (
        <RadioGroup
          className={fields['field'] ?? ''}
          value={setup.chosen.phoneNumberId === '' ? null : setup.chosen.phoneNumberId}
          isDisabled={offline || choose.isPending}
          onChange={(id) => {
            const found = numbers.find(({ one }) => one.phoneNumberId === id);
            if (found) choose.run({ wabaId: found.wabaId, phoneNumberId: id });
          }}
        >
          <Label className={fields['label'] ?? ''}>
            <Trans>The shop's number</Trans>
          </Label>
          <div className={styles['numbers']}>
            {numbers.map(({ account, one }) => (
              <Radio key={one.phoneNumberId} value={one.phoneNumberId} className={fields['choice'] ?? ''}>
                <span className={styles['phone']}>
                  <strong dir="ltr">{one.display ?? one.phoneNumberId}</strong>
                  <NumberWords one={one} account={account} />
                </span>
              </Radio>
            ))}
          </div>
        </RadioGroup>
      )}
      <SetupTroubleNotice trouble={choose.trouble} />
    </>
  );
}

function NumberWords({ one, account }: { one: NumberAtMeta; account: string | null }) {
  const { i18n, t } = useLingui();
  const quality = one.quality === null ? undefined : QUALITY_WORDS[one.quality];
  const status = one.status === 'CONNECTED' ? t`connected` : one.status;
  const known = new Set([one.verifiedName, account, status, quality === undefined ? null : i18n._(quality)].filter((word) => word !== null));
  return (
    <small>
      {[...known].join(' · ')}
      {one.platform === 'NOT_APPLICABLE' || one.platform === 'ON_PREMISE' ? <Trans> · not registered for the Cloud API</Trans> : null}
      {one.onBusinessApp ? <Trans> · also in the WhatsApp Business app</Trans> : null}
    </small>
  );
}
