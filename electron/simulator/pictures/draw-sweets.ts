/** The inside of a 160 x 160 picture, drawn for this project; see draw-breads. */
export const walnutCake = `
<ellipse cx="80" cy="128" rx="66" ry="10" fill="#ffffff"/><ellipse cx="80" cy="126" rx="66" ry="9" fill="#e4ddd2"/>
<path d="M26 70h108v44c0 8-24 14-54 14s-54-6-54-14z" fill="#8a5230"/>
<path d="M26 92c14 8 94 8 108 0v8c-14 8-94 8-108 0z" fill="#f3dcb6"/>
<path d="M26 70c0-9 24-16 54-16s54 7 54 16v10c-3 8-11 8-13 0-3 12-15 12-17 2-4 9-14 9-17 0-4 14-16 14-19 1-4 8-13 8-16-2-3 10-13 9-15-1-3 5-9 4-11-2z" fill="#fbeed6"/>
<ellipse cx="80" cy="69" rx="54" ry="15" fill="#fff7e8"/>
<g stroke="#7a4a22" stroke-width="2.5" fill="#c58d54"><path d="M40 62c-6-8 2-16 12-13 10-2 16 6 10 14-6 6-16 6-22-1z"/><path d="M98 62c-6-8 2-16 12-13 10-2 16 6 10 14-6 6-16 6-22-1z"/><path d="M66 56c-8-10 2-21 14-17 12-4 22 7 14 17-6 9-22 9-28 0z"/></g>
<g fill="none" stroke="#7a4a22" stroke-width="2.5" stroke-linecap="round"><path d="M80 41v19M72 47c4 1 4 6 1 8M88 47c-4 1-4 6-1 8M51 51v12M45 55c3 1 3 3 1 5M57 55c-3 1-3 3-1 5M109 51v12M103 55c3 1 3 3 1 5M115 55c-3 1-3 3-1 5"/></g>`;

export const cheesecake = `
<ellipse cx="80" cy="124" rx="66" ry="10" fill="#ffffff"/><ellipse cx="80" cy="122" rx="66" ry="9" fill="#e6dfd8"/>
<path d="M18 78l104-36c14 8 22 18 22 30v40l-126 6z" fill="#f7d98c"/>
<path d="M18 78l126-6v26l-126 6z" fill="#fbe6a9"/>
<path d="M18 104l126-6v16c0 3-2 5-5 5l-115 3c-4 0-6-2-6-5z" fill="#b6763a"/>
<path d="M18 104l126-6v5l-126 6z" fill="#cf9253"/>
<path d="M18 78l104-36c14 8 22 18 22 30z" fill="#fff2c9"/>
<path d="M46 68l74-26c15 7 24 18 24 30v13c-3 8-10 7-12-1-1-5-9-5-10 1-2 12-13 12-14 1-1-7-9-7-10 0-2 7-10 6-11-1-1-8-12-7-14 0-2 6-10 5-11-1-2-7-14-8-16-16z" fill="#c9304a"/>
<path d="M62 66l56-20c9 5 15 10 18 17-20-2-50-1-74 3z" fill="#e25a6d"/>
<path d="M90 36c8-8 26-6 28 4 1 10-10 18-20 20-8-6-14-16-8-24z" fill="#e0344b"/><path d="M90 36c2-8 8-10 12-6 4-5 11-3 13 2-5 4-9 4-13 2-4 4-8 4-12 2z" fill="#4f8f3a"/>
<g fill="#ffd9a0"><circle cx="97" cy="43" r="1.8"/><circle cx="106" cy="42" r="1.8"/><circle cx="102" cy="50" r="1.8"/><circle cx="111" cy="46" r="1.8"/></g>`;

export const birthdayCake = `
<ellipse cx="80" cy="134" rx="66" ry="9" fill="#ffffff"/><ellipse cx="80" cy="132" rx="66" ry="8" fill="#e6dfe6"/>
<path d="M24 92h112v34c0 6-24 10-56 10s-56-4-56-10z" fill="#f2a7b8"/>
<path d="M24 92c0-7 24-11 56-11s56 4 56 11v10c-4 9-13 9-16 0-3 10-13 10-16 1-4 10-13 10-16 1-4 9-12 9-16 0-3 9-13 9-16-1-3 9-12 9-16-1-3 7-12 8-16 0z" fill="#fff6f2"/>
<path d="M42 62h76v26c0 5-16 8-38 8s-38-3-38-8z" fill="#a9d6d0"/>
<path d="M42 62c0-6 16-9 38-9s38 3 38 9v7c-3 7-10 7-13 0-2 8-10 8-12 1-3 8-11 8-13 0-3 7-11 7-13 0-2 7-10 7-12-1-3 7-12 6-15 0z" fill="#fff6f2"/>
<g stroke-linecap="round" stroke-width="7"><path d="M60 54V38" stroke="#e8833a"/><path d="M80 52V34" stroke="#6a7fd0"/><path d="M100 54V38" stroke="#d9536f"/></g>
<g fill="#f7a823"><path d="M60 16c6 7 7 11 5 15-2 4-8 4-10 0s-1-8 5-15z"/><path d="M80 12c6 7 7 11 5 15-2 4-8 4-10 0s-1-8 5-15z"/><path d="M100 16c6 7 7 11 5 15-2 4-8 4-10 0s-1-8 5-15z"/></g>
<g fill="#fff0a8"><circle cx="60" cy="29" r="2.4"/><circle cx="80" cy="25" r="2.4"/><circle cx="100" cy="29" r="2.4"/></g>
<g><circle cx="40" cy="120" r="4" fill="#fff6f2"/><circle cx="66" cy="124" r="4" fill="#e05f7c"/><circle cx="94" cy="124" r="4" fill="#fff6f2"/><circle cx="120" cy="120" r="4" fill="#e05f7c"/><circle cx="62" cy="84" r="3" fill="#3e9188"/><circle cx="98" cy="84" r="3" fill="#3e9188"/></g>`;

export const cinnamonBun = `
<ellipse cx="80" cy="128" rx="54" ry="9" fill="#d8bb94"/>
<path d="M24 80c0-32 24-52 56-52s56 20 56 52c0 34-24 52-56 52S24 114 24 80z" fill="#a4612c"/>
<path d="M27 76c0-29 23-47 53-47s53 18 53 47-23 47-53 47-53-18-53-47z" fill="#dda05a"/>
<path d="M80 78c4-4 10 0 9 6-2 9-15 11-22 3-8-10-2-25 11-29 17-4 32 8 32 25 0 20-18 32-36 29-22-3-35-22-32-43 3-20 20-32 40-32 24 0 40 16 42 38" fill="none" stroke="#8a4a1e" stroke-width="8" stroke-linecap="round"/>
<path d="M32 60c14-2 12-22 28-22 14 0 12 14 26 12 12-2 16-12 26-4 8 6 4 18 14 20" fill="none" stroke="#fffaf0" stroke-width="9" stroke-linecap="round"/>
<path d="M40 96c12 4 14-12 28-10 12 2 12 14 24 12 12-2 12-14 24-14" fill="none" stroke="#fffaf0" stroke-width="9" stroke-linecap="round"/>
<path d="M56 114c8 0 10-6 18-4 8 3 14 4 22 0" fill="none" stroke="#fffaf0" stroke-width="7" stroke-linecap="round"/>`;
