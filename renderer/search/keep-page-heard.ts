/**
 * Whether the rest of the page stays there for screen readers while a list hangs from its field. React Aria hides it, for it takes the
 * list for all that matters: but Tab leads out of the field into the hidden part, and the bars of a ringing order would not be heard.
 * It leaves alone what bears this mark.
 */
export function keepPageHeard(isKept: boolean): void {
  const page = document.getElementById('root');
  if (isKept) page?.setAttribute('data-live-announcer', 'true');
  else page?.removeAttribute('data-live-announcer');
}
