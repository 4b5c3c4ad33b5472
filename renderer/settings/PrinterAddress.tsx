import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Settings } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './settings.module.css';

type Props = { printer: Settings['printer']; onChange: (part: Partial<Settings['printer']>) => void };

/** A name or an address, without anything around it. */
const HOST = /^[\p{L}\p{N}._:%-]{1,253}$/u;

/** Where on the network the receipt printer listens; nothing is sent there before it is stored. */
export function PrinterAddress({ printer, onChange }: Props) {
  const offline = useOffline();
  const [host, setHost] = useState(printer.host);
  const [port, setPort] = useState(String(printer.port));
  const hostFits = host.trim() === '' || HOST.test(host.trim());
  const portFits = /^\d{1,5}$/.test(port.trim()) && Number(port) >= 1 && Number(port) <= 65_535;
  const changed = host.trim() !== printer.host || port.trim() !== String(printer.port);
  const fits = hostFits && portFits;
  return (
    <Form
      className={styles['line'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && fits && !offline) onChange({ host: host.trim(), port: Number(port) });
      }}
    >
      <div className={styles['grid']}>
        <TextInput
          label={<Trans>Address of the printer</Trans>}
          hint={
            hostFits ? (
              <Trans>It stands on the printer's self-test page: keep its feed button pressed while you switch it on.</Trans>
            ) : (
              <span className={styles['wrong']}>
                <Trans>An address like 192.168.1.50, without anything around it.</Trans>
              </span>
            )
          }
          placeholder="192.168.1.50"
          value={host}
          isInvalid={!hostFits}
          onChange={setHost}
        />
        <TextInput
          label={<Trans>Port</Trans>}
          hint={
            portFits ? (
              <Trans>Nearly always 9100.</Trans>
            ) : (
              <span className={styles['wrong']}>
                <Trans>A number from 1 to 65535.</Trans>
              </span>
            )
          }
          inputMode="numeric"
          value={port}
          isInvalid={!portFits}
          onChange={setPort}
        />
      </div>
      {changed ? (
        <Button type="submit" look="go" isDisabled={offline || !fits} className={styles['beside']}>
          <Trans>Store</Trans>
        </Button>
      ) : null}
    </Form>
  );
}
