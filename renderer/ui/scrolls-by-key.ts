/** For what scrolls and holds nothing to focus: the keyboard must be able to scroll it as well (WCAG 2.1.1). */
export const scrollsByKey = { tabIndex: 0 } as const;
