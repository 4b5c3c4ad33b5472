import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from '@tanstack/react-virtual';
import type { VirtualizerOptions } from '@tanstack/react-virtual';
import { useLayoutEffect, useReducer, useState } from 'react';
import { flushSync } from 'react-dom';

type Options = Partial<VirtualizerOptions<HTMLDivElement, HTMLDivElement>> &
  Pick<VirtualizerOptions<HTMLDivElement, HTMLDivElement>, 'count' | 'getScrollElement' | 'estimateSize'>;

/**
 * Which rows are in sight. The library's own hook is not used: the React compiler knows it as one whose values it must not remember,
 * which is true of this one too, and is said here and in the component that calls it.
 */
export function useVirtualRows(options: Options): Virtualizer<HTMLDivElement, HTMLDivElement> {
  'use no memo';
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const all: VirtualizerOptions<HTMLDivElement, HTMLDivElement> = {
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    ...options,
    onChange: (_, now) => (now ? flushSync(draw) : draw()),
  };
  const [virtual] = useState(() => new Virtualizer(all));
  virtual.setOptions(all);
  useLayoutEffect(() => virtual['_didMount'](), [virtual]);
  useLayoutEffect(() => virtual['_willUpdate']());
  return virtual;
}
