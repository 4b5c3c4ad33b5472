import { useLingui, Trans } from '@lingui/react/macro';
import { createRoot } from 'react-dom/client';
function A() {
  const { t } = useLingui();
  return (
    <p title={t`hi`}>
      <Trans>Hello</Trans>
    </p>
  );
}
createRoot(document.getElementById('root')!).render(<A />);
