type Urgency = 'polite' | 'assertive';

let speak: ((text: string, urgency: Urgency) => void) | null = null;

/** Where announcements go; the announcer of the page sets itself here. */
export function setAnnouncer(announcer: typeof speak): void {
  speak = announcer;
}

/** Says something to those who hear the page instead of seeing it. */
export function announce(text: string, urgency: Urgency): void {
  speak?.(text, urgency);
}
