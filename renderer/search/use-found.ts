import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** So long no key is pressed before it is searched, ms. */
const PAUSE_MS = 150;

/** What was found everywhere, for what is typed; null data while nothing is. */
export function useFound(typed: string) {
  const api = useApi();
  const [text, setText] = useState('');
  useEffect(() => {
    const pause = setTimeout(() => setText(typed.trim()), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  const query = useQuery({
    queryKey: [...queryKeys.search, text],
    queryFn: () => api.search.all({ text }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const current = text !== '' && text === typed.trim();
  return {
    text,
    isCurrent: current && query.isSuccess && !query.isPlaceholderData,
    isError: current && query.isError,
    found: text === '' ? null : (query.data ?? null),
  };
}
