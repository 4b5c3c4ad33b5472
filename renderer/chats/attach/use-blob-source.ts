import { useCallback } from 'react';

type Sourced = HTMLImageElement | HTMLMediaElement;

/** Shows a file of the page itself in an element, as long as that is there: for its `ref`. */
export function useBlobSource(blob: Blob) {
  return useCallback(
    (element: Sourced | null) => {
      if (!element) return undefined;
      const url = URL.createObjectURL(blob);
      element.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob],
  );
}
