/** Puts the cursor into the field one writes in, as soon as it is there. */
export function focusComposer(): void {
  let tries = 0;
  const attempt = () => {
    const field = document.querySelector<HTMLElement>('[data-composer]');
    if (field) field.focus();
    // A chat that was just chosen is still on its way.
    else if (tries++ < 30) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}
