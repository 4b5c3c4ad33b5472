import { Trans } from '@lingui/react/macro';
import { BookOpen, KeyRound, LoaderCircle, SearchX } from 'lucide-react';
import { Link } from 'wouter';
import type { CatalogueOverview } from '../../shared/contract/catalogue.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';

type Props = { overview: CatalogueOverview; filtered: boolean; onShowAll: () => void; onImport: () => void };

/** Nothing to show: because nothing fits, because it is still being read, or because something is missing; and what to do about it. */
export function CatalogueEmpty({ overview, filtered, onShowAll, onImport }: Props) {
  const offline = useOffline();
  const say = useSayReason();
  const known = overview.catalogues.some(({ products }) => products > 0);
  if (filtered && known)
    return (
      <StateScreen
        icon={SearchX}
        title={<Trans>No article fits</Trans>}
        actions={
          <Button look="go" onPress={onShowAll}>
            <Trans>Show all articles</Trans>
          </Button>
        }
      >
        <Trans>Parts of words are enough, and accents do not matter. Try fewer letters, or another section.</Trans>
      </StateScreen>
    );
  if (overview.catalogues.some((one) => one.reading))
    return (
      <StateScreen icon={LoaderCircle} title={<Trans>The catalogue is being read from Meta</Trans>}>
        <Trans>Articles appear here as they come. A thousand take about half a minute.</Trans>
      </StateScreen>
    );
  const problem = overview.catalogues.find((one) => one.problem !== null)?.problem ?? overview.problem;
  const words = problem === null ? null : say(problem);
  const importing = (
    <Button isDisabled={offline} onPress={onImport}>
      <Trans>Import a table</Trans>
    </Button>
  );
  if (problem === 'not-configured')
    return (
      <StateScreen
        icon={KeyRound}
        title={<Trans>Shopbell cannot ask Meta yet</Trans>}
        actions={
          <>
            <Link href="/settings/whatsapp" className={buttonClass({ look: 'go' })}>
              <Trans>Open the settings</Trans>
            </Link>
            {importing}
          </>
        }
      >
        <Trans>The access token is missing. Enter it in the settings; its system user needs the right catalog_management and the catalogue assigned.</Trans>
      </StateScreen>
    );
  return (
    <StateScreen icon={BookOpen} title={words?.title ?? <Trans>No article is known yet</Trans>} actions={importing}>
      {words?.todo ?? <Trans>They come with the catalogue that is connected to your WhatsApp account, and with orders and questions.</Trans>}{' '}
      <Trans>Without the right catalog_management you can import the catalogue as a table (CSV) instead.</Trans>
    </StateScreen>
  );
}
