/** What a notification asks for may still be loading, and be on the other line: so long is waited for it. */
const WITHIN_MS = 5000;

/**
 * Brings the focus to what was asked for from outside the page, as soon as it is there: whoever clicks on a notification means that order
 * or chat, so the next letter is for it.
 * @param address as in the page's address, without the hash: "/orders/5"
 */
export function focusOpened(address: string): void {
  const until = performance.now() + WITHIN_MS;
  const attempt = () => {
    // Something else was chosen meanwhile.
    if (location.hash !== `#${address}`) return;
    const opened = document.querySelector<HTMLElement>(`[data-opened="${address}"]`);
    if (opened) opened.focus();
    else if (performance.now() < until) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}
