import type { Page } from 'playwright';

/** What a page did while it was scrolled; ms. */
export type Frames = { frames: number; blank: number; over50: number; longTasks: number; worst: number };

/**
 * Counts a page's frames while `act` runs: those in which the thread stands open and more than 60 px of what is in sight hold no row (`blank`), those that came more
 * than 50 ms after the one before, and the browser's own long tasks.
 */
export async function watchFrames(page: Page, act: () => Promise<void>): Promise<Frames> {
  const watching = page.evaluate(
    () =>
      new Promise<Frames>((resolve) => {
        const seen = { frames: 0, blank: 0, over50: 0, longTasks: 0, worst: 0 };
        const tasks = new PerformanceObserver((list) => (seen.longTasks += list.getEntries().length));
        tasks.observe({ entryTypes: ['longtask'] });
        const gapOf = (log: Element) => {
          const { top, bottom } = log.getBoundingClientRect();
          const boxes = [...log.querySelectorAll('[data-index]')].map((row) => row.getBoundingClientRect()).sort((a, b) => a.top - b.top);
          let at = top;
          let gap = 0;
          for (const box of boxes) {
            if (box.bottom <= top || box.top >= bottom) continue;
            gap = Math.max(gap, box.top - at);
            at = Math.max(at, box.bottom);
          }
          return Math.max(gap, bottom - at);
        };
        let before = performance.now();
        const look = () => {
          const now = performance.now();
          const log = document.querySelector('[role=log]');
          seen.frames += 1;
          seen.over50 += now - before > 50 ? 1 : 0;
          seen.worst = Math.max(seen.worst, Math.round(now - before));
          seen.blank += log && gapOf(log) > 60 ? 1 : 0;
          before = now;
          if (document.body.dataset['watched'] !== 'no') return void requestAnimationFrame(look);
          tasks.disconnect();
          delete document.body.dataset['watched'];
          resolve(seen);
        };
        requestAnimationFrame(look);
      }),
  );
  await act();
  await page.evaluate(() => (document.body.dataset['watched'] = 'no'));
  return watching;
}
