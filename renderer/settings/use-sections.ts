import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { SettingsSection } from './settings-sections.ts';
import { readSection } from './settings-sections.ts';

/** By these a person scrolls; a page that was led somewhere has not been scrolled. */
const BY_HAND = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Leads to the settings' sections, and tells which one is being read.
 * @param page what scrolls; its sections bear their names as `data-section`
 * @param asked the section that the address names
 */
export function useSections(page: RefObject<HTMLElement | null>, asked: SettingsSection | null) {
  const [current, setCurrent] = useState<SettingsSection | null>(asked);
  const led = useRef(asked !== null);

  /** Scrolls to a section and puts the focus on its heading, where keyboard and screen reader go on. */
  const lead = (section: SettingsSection) => {
    const card = page.current?.querySelector<HTMLElement>(`[data-section="${section}"]`);
    const heading = card?.querySelector<HTMLElement>('h2');
    if (!card || !heading) return;
    led.current = true;
    setCurrent(section);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'start' });
  };

  useEffect(() => {
    if (!asked) return;
    lead(asked);
    // Who came from a dialog's link: while it goes, it holds the focus and puts it back.
    const frame = requestAnimationFrame(() => lead(asked));
    return () => cancelAnimationFrame(frame);
    // Only the address leads there by itself.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked]);

  useEffect(() => {
    const scrolled = page.current;
    if (!scrolled) return;
    const read = () => {
      if (led.current) return;
      setCurrent(sectionBeingRead(scrolled));
    };
    const byHand = () => {
      led.current = false;
    };
    read();
    scrolled.addEventListener('scroll', read, { passive: true });
    for (const deed of BY_HAND) scrolled.addEventListener(deed, byHand, { passive: true });
    return () => {
      scrolled.removeEventListener('scroll', read);
      for (const deed of BY_HAND) scrolled.removeEventListener(deed, byHand);
    };
  }, [page]);

  return { current, lead };
}

/** The section under a line that goes from the top of the view to its bottom as the page is scrolled, so that the last ones have their turn too. */
function sectionBeingRead(scrolled: HTMLElement): SettingsSection | null {
  const room = scrolled.scrollHeight - scrolled.clientHeight;
  const line = scrolled.getBoundingClientRect().top + (room > 0 ? scrolled.scrollTop / room : 0) * scrolled.clientHeight + 24;
  const cards = [...scrolled.querySelectorAll<HTMLElement>('[data-section]')];
  const above = cards.filter((card) => card.getBoundingClientRect().top <= line);
  return readSection((above.at(-1) ?? cards[0])?.dataset['section']);
}
