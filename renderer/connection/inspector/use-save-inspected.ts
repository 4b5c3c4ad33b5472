import { useMutation } from '@tanstack/react-query';
import type { Api } from '../../../shared/contract.ts';
import { useApi, useAppView } from '../../cable/ConnectionProvider.tsx';

type Made = Awaited<ReturnType<Api['inspector']['diagnostics']>>;

/** Has a file made and saves it: the browser puts it among the downloads, Electron asks where to. */
export function useSaveInspected<Given = void>(make: (api: Api, given: Given) => Promise<Made>) {
  const api = useApi();
  const shop = useAppView()?.shop ?? 'real';
  return useMutation({
    mutationFn: (given: Given) => make(api, given),
    onSuccess: (made) => {
      if (!made.ok) return;
      const link = document.createElement('a');
      // The file lies behind the page's own address, good for ten minutes.
      link.href = `/media/${shop}/${made.path}`;
      link.download = made.filename;
      link.click();
    },
  });
}
export type SaveInspected = Pick<ReturnType<typeof useSaveInspected>, 'data' | 'isError' | 'isPending'>;
