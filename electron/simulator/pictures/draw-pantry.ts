/** The inside of a 160 x 160 picture, drawn for this project; see draw-breads. */
export const jamJar = `
<ellipse cx="80" cy="138" rx="48" ry="8" fill="#d5c3c9"/>
<path d="M42 58h76c8 6 12 12 12 22v46c0 8-6 14-14 14H44c-8 0-14-6-14-14V80c0-10 4-16 12-22z" fill="#f3f6f7"/>
<path d="M34 78h92v46c0 7-5 12-12 12H46c-7 0-12-5-12-12z" fill="#b3203f"/>
<path d="M34 78c10-6 20 4 32 0s18-4 28 0 22 4 32 0v8H34z" fill="#d24560"/>
<path d="M38 76v46" stroke="#ffffff" stroke-width="5" stroke-linecap="round" opacity=".55"/>
<rect x="50" y="86" width="60" height="40" rx="6" fill="#fff8ea"/>
<path d="M80 122c-12-6-18-16-14-22 4-5 11-4 14 1 3-5 10-6 14-1 4 6-2 16-14 22z" fill="#d2334f"/>
<path d="M70 96c2-6 6-7 10-4 4-3 8-2 10 4-4 2-7 1-10-1-3 2-6 3-10 1z" fill="#4f8f3a"/>
<g fill="#ffe3b0"><circle cx="74" cy="103" r="1.7"/><circle cx="86" cy="103" r="1.7"/><circle cx="80" cy="110" r="1.7"/></g>
<path d="M38 36c0-8 18-14 42-14s42 6 42 14l8 26c-6 4-10-2-16 2-6 3-10-3-17 1-6 3-11-3-17 0s-11-3-17-1c-6 3-11-2-17-1-6-4-10 3-16-1z" fill="#f6f1e6"/>
<g stroke="#d2334f" stroke-width="5" opacity=".75"><path d="M54 27l-8 37M71 23l-4 41M89 23l4 41M106 27l8 37"/><path d="M37 40h86M34 53h92" /></g>
<path d="M36 48c14 5 74 5 88 0" fill="none" stroke="#a8743c" stroke-width="4"/>`;

export const coffeeBeans = `
<ellipse cx="80" cy="138" rx="58" ry="8" fill="#cbb8a0"/>
<path d="M44 40h72l8 88c0 6-4 10-10 10H46c-6 0-10-4-10-10z" fill="#c99a63"/>
<path d="M92 40h24l8 88c0 6-4 10-10 10H96z" fill="#b7854d"/>
<path d="M42 22h76v18H42z" fill="#a8743c"/><path d="M42 22h76v6H42z" fill="#d9ae79"/><rect x="66" y="31" width="28" height="6" rx="3" fill="#4a2c1a"/>
<rect x="50" y="56" width="58" height="58" rx="29" fill="#fff4e0"/>
<g transform="rotate(32 79 85)"><ellipse cx="79" cy="85" rx="15" ry="22" fill="#5a3420"/><path d="M79 63c-9 9 9 17 0 22s9 13 0 22" fill="none" stroke="#fff4e0" stroke-width="3.5" stroke-linecap="round"/></g>
<g transform="rotate(-58 130 124)"><ellipse cx="130" cy="124" rx="11" ry="16" fill="#4a2c1a"/><path d="M130 109c-6 6 6 12 0 15s6 9 0 15" fill="none" stroke="#a8743c" stroke-width="3" stroke-linecap="round"/></g>
<g transform="rotate(64 30 130)"><ellipse cx="30" cy="130" rx="10" ry="15" fill="#5a3420"/><path d="M30 116c-6 6 6 11 0 14s6 9 0 14" fill="none" stroke="#a8743c" stroke-width="3" stroke-linecap="round"/></g>`;
