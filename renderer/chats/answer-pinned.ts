/** A chat that was just chosen is still on its way: so long is waited for it. */
const WITHIN_MS = 3000;

/** Answers the question that is pinned in a chat, as soon as the chat is there: `q` with the price, `s` with the article itself. */
export function answerPinned(conversationId: number, letter: 'q' | 's'): void {
  const until = performance.now() + WITHIN_MS;
  const attempt = () => {
    const address = `/chats/${conversationId}`;
    // Another chat was chosen meanwhile.
    if (location.hash !== `#${address}`) return;
    const button = document.querySelector<HTMLElement>(`[data-opened="${address}"] [data-answer="${letter}"]`);
    if (button) button.click();
    else if (performance.now() < until) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}
