/** The inside of a 160 x 160 picture, drawn for this project: flat shapes in two or three tones, light from the upper left. */
export const sourdoughLoaf = `
<ellipse cx="80" cy="126" rx="58" ry="9" fill="#d9b98c"/>
<path d="M20 88C20 52 46 32 80 32s60 20 60 56c0 26-24 40-60 40S20 114 20 88z" fill="#a9622c"/>
<path d="M24 82C26 52 50 34 80 34s52 16 56 46c-6 22-26 34-56 34S30 104 24 82z" fill="#c98441"/>
<path d="M32 70c6-18 22-30 42-32-20 10-32 24-38 44z" fill="#e0a863" opacity=".8"/>
<path d="M38 96c10-30 38-50 82-46-26 6-44 20-52 52-10 4-22 2-30-6z" fill="#f6e3c0"/>
<path d="M46 94c12-24 32-38 62-42-22 9-36 22-43 46-7 1-13 0-19-4z" fill="#e9cb9a"/>
<g fill="none" stroke="#f9ecd3" stroke-width="4.5" stroke-linecap="round"><path d="M84 100c6-18 18-30 36-38"/><path d="M100 104c4-14 14-24 28-30"/><path d="M116 104c3-8 8-14 15-18"/></g>`;

export const ryeLoaf = `
<ellipse cx="80" cy="122" rx="62" ry="9" fill="#cdbba0"/>
<path d="M18 86c0-28 22-42 50-42h26c28 0 48 14 48 42 0 22-14 36-34 36H50c-20 0-32-14-32-36z" fill="#4e2f1d"/>
<path d="M20 80c2-24 22-36 48-36h24c24 0 40 10 46 28-8 14-22 20-44 20H56C38 92 26 90 20 80z" fill="#6f452b"/>
<g fill="none" stroke="#f0e0c6" stroke-width="7" stroke-linecap="round"><path d="M36 78c4-10 10-18 18-24"/><path d="M58 78c4-10 10-18 18-24"/><path d="M80 78c4-10 10-18 18-24"/></g>
<path d="M100 86c0-22 10-36 23-36s21 14 21 36-8 36-21 36-23-14-23-36z" fill="#4e2f1d"/>
<path d="M105 86c0-19 8-31 18-31s16 12 16 31-6 31-16 31-18-12-18-31z" fill="#a97a50"/>
<g fill="#6f452b"><circle cx="117" cy="72" r="2.6"/><circle cx="128" cy="68" r="2"/><circle cx="131" cy="82" r="2.6"/><circle cx="118" cy="88" r="2.2"/><circle cx="127" cy="96" r="2.4"/><circle cx="117" cy="103" r="2.4"/><circle cx="126" cy="108" r="1.8"/></g>`;

export const baguette = `
<g transform="rotate(-42 80 80)">
<rect x="4" y="87" width="152" height="34" rx="17" fill="#a9622c"/>
<rect x="4" y="85" width="152" height="28" rx="14" fill="#cb8a43"/>
<g fill="#f3d9a8"><path d="M24 106c6-12 14-17 26-18-4 9-13 17-26 18z"/><path d="M54 106c6-12 14-17 26-18-4 9-13 17-26 18z"/><path d="M84 106c6-12 14-17 26-18-4 9-13 17-26 18z"/><path d="M114 106c6-12 14-17 26-18-4 9-13 17-26 18z"/></g>
<rect x="3" y="43" width="148" height="36" rx="18" fill="#b96f33"/>
<rect x="3" y="41" width="148" height="30" rx="15" fill="#dc9d52"/>
<g fill="#f9e6be"><path d="M18 63c6-13 15-18 28-19-4 10-14 18-28 19z"/><path d="M47 63c6-13 15-18 28-19-4 10-14 18-28 19z"/><path d="M76 63c6-13 15-18 28-19-4 10-14 18-28 19z"/><path d="M107 63c6-13 15-18 28-19-4 10-14 18-28 19z"/></g>
</g>`;

export const croissant = `
<ellipse cx="80" cy="126" rx="56" ry="8" fill="#dcc092"/>
<g stroke="#9a5a22" stroke-width="3" stroke-linejoin="round">
<path d="M32 84c-16 10-22 28-12 40 10 4 24-6 32-22z" fill="#cf8c3e"/>
<path d="M128 84c16 10 22 28 12 40-10 4-24-6-32-22z" fill="#b9752f"/>
<path d="M48 56c-20 8-30 24-26 42 10 10 26 10 36 0z" fill="#e0a353"/>
<path d="M112 56c20 8 30 24 26 42-10 10-26 10-36 0z" fill="#cf8c3e"/>
<path d="M80 40c-26 0-42 16-40 40 10 18 24 24 40 24s30-6 40-24c2-24-14-40-40-40z" fill="#ebb566"/>
</g>
<g fill="none" stroke="#b9752f" stroke-width="3.5" stroke-linecap="round"><path d="M62 48c-6 14-6 32 0 50"/><path d="M98 48c6 14 6 32 0 50"/></g>
<path d="M69 50c8-4 15-4 23 0-8 2-16 2-23 0z" fill="#f8d99b"/><path d="M34 74c3-5 6-8 10-10-2 6-5 9-10 10z" fill="#f8d99b"/>`;

export const poppySeedRolls = `
<ellipse cx="80" cy="128" rx="62" ry="8" fill="#d6bc93"/>
<g><circle cx="104" cy="66" r="38" fill="#b97434"/><circle cx="102" cy="63" r="35" fill="#d99a50"/></g>
<g fill="none" stroke="#f7e2b8" stroke-width="5" stroke-linecap="round"><path d="M84 50c14 4 28 14 36 28"/><path d="M122 46c-12 6-20 16-24 30"/></g>
<g><ellipse cx="60" cy="94" rx="45" ry="38" fill="#a9652b"/><ellipse cx="59" cy="90" rx="43" ry="35" fill="#e3a75c"/></g>
<path d="M24 84c5-16 18-25 34-26-14 8-24 16-28 32z" fill="#f0c483"/>
<g fill="none" stroke="#fbeccb" stroke-width="6" stroke-linecap="round"><path d="M30 92c18-8 38-10 58-4"/><path d="M60 62c-4 18-4 36 2 56"/></g>
<g fill="#333842"><ellipse cx="44" cy="66" rx="2.5" ry="1.8"/><ellipse cx="53" cy="112" rx="2.2" ry="1.8"/><ellipse cx="65" cy="83" rx="1.9" ry="1.8"/><ellipse cx="89" cy="76" rx="1.9" ry="1.8"/><ellipse cx="43" cy="111" rx="2.2" ry="1.8"/><ellipse cx="32" cy="96" rx="1.9" ry="1.8"/><ellipse cx="43" cy="96" rx="2.5" ry="1.8"/><ellipse cx="84" cy="104" rx="1.9" ry="1.8"/><ellipse cx="78" cy="76" rx="1.9" ry="1.8"/><ellipse cx="75" cy="96" rx="1.9" ry="1.8"/><ellipse cx="49" cy="101" rx="2.5" ry="1.8"/><ellipse cx="32" cy="72" rx="2.5" ry="1.8"/><ellipse cx="66" cy="74" rx="2.5" ry="1.8"/><ellipse cx="26" cy="99" rx="2.2" ry="1.8"/><ellipse cx="26" cy="81" rx="2.5" ry="1.8"/><ellipse cx="69" cy="66" rx="2.2" ry="1.8"/><ellipse cx="38" cy="80" rx="2.5" ry="1.8"/><ellipse cx="46" cy="74" rx="1.9" ry="1.8"/><ellipse cx="31" cy="108" rx="2.5" ry="1.8"/><ellipse cx="39" cy="103" rx="1.9" ry="1.8"/><ellipse cx="69" cy="117" rx="2.2" ry="1.8"/><ellipse cx="72" cy="110" rx="2.2" ry="1.8"/><ellipse cx="78" cy="68" rx="1.9" ry="1.8"/><ellipse cx="76" cy="116" rx="2.2" ry="1.8"/><ellipse cx="51" cy="80" rx="1.9" ry="1.8"/><ellipse cx="92" cy="99" rx="2.2" ry="1.8"/><ellipse cx="74" cy="103" rx="2.2" ry="1.8"/><ellipse cx="50" cy="119" rx="2.5" ry="1.8"/><ellipse cx="73" cy="82" rx="1.9" ry="1.8"/><ellipse cx="67" cy="98" rx="1.9" ry="1.8"/><ellipse cx="95" cy="82" rx="1.9" ry="1.8"/><ellipse cx="79" cy="109" rx="2.5" ry="1.8"/><ellipse cx="39" cy="72" rx="2.5" ry="1.8"/><ellipse cx="82" cy="95" rx="1.9" ry="1.8"/><ellipse cx="65" cy="107" rx="2.5" ry="1.8"/><ellipse cx="52" cy="72" rx="1.9" ry="1.8"/><ellipse cx="82" cy="82" rx="2.5" ry="1.8"/><ellipse cx="52" cy="63" rx="1.9" ry="1.8"/><ellipse cx="112" cy="43" rx="2.5" ry="1.8"/><ellipse cx="117" cy="87" rx="1.9" ry="1.8"/><ellipse cx="111" cy="77" rx="1.9" ry="1.8"/><ellipse cx="101" cy="33" rx="1.9" ry="1.8"/><ellipse cx="107" cy="49" rx="1.9" ry="1.8"/><ellipse cx="109" cy="90" rx="1.9" ry="1.8"/><ellipse cx="106" cy="83" rx="2.2" ry="1.8"/><ellipse cx="100" cy="43" rx="1.9" ry="1.8"/><ellipse cx="122" cy="60" rx="2.5" ry="1.8"/><ellipse cx="128" cy="64" rx="2.2" ry="1.8"/><ellipse cx="81" cy="42" rx="1.9" ry="1.8"/><ellipse cx="95" cy="64" rx="2.2" ry="1.8"/><ellipse cx="75" cy="51" rx="2.2" ry="1.8"/><ellipse cx="125" cy="72" rx="2.2" ry="1.8"/><ellipse cx="99" cy="52" rx="1.9" ry="1.8"/><ellipse cx="117" cy="67" rx="2.5" ry="1.8"/><ellipse cx="86" cy="57" rx="2.2" ry="1.8"/><ellipse cx="125" cy="52" rx="2.5" ry="1.8"/><ellipse cx="107" cy="38" rx="2.5" ry="1.8"/><ellipse cx="93" cy="40" rx="2.2" ry="1.8"/><ellipse cx="119" cy="40" rx="2.5" ry="1.8"/><ellipse cx="103" cy="58" rx="1.9" ry="1.8"/><ellipse cx="88" cy="46" rx="2.2" ry="1.8"/><ellipse cx="107" cy="72" rx="2.2" ry="1.8"/><ellipse cx="119" cy="80" rx="1.9" ry="1.8"/><ellipse cx="131" cy="56" rx="2.5" ry="1.8"/><ellipse cx="113" cy="35" rx="2.2" ry="1.8"/><ellipse cx="87" cy="37" rx="2.2" ry="1.8"/></g>`;

export const pretzel = `
<g fill="none" stroke-linecap="round" stroke-linejoin="round">
<path d="M52 116C64 92 90 80 97 60c6-20 41-20 41 12 0 34-26 60-58 60S22 106 22 72c0-32 35-32 41-12 7 20 33 32 45 56" stroke="#7a3f17" stroke-width="22"/>
<path d="M52 116C64 92 90 80 97 60c6-20 41-20 41 12 0 34-26 60-58 60S22 106 22 72c0-32 35-32 41-12 7 20 33 32 45 56" stroke="#b3672a" stroke-width="16"/>
<path d="M73 88c6-6 10-10 14-15" stroke="#7a3f17" stroke-width="22" stroke-linecap="butt"/><path d="M62 99c12-12 28-23 34-37" stroke="#b3672a" stroke-width="16"/>
<path d="M26 62c2-14 16-20 26-12M108 50c10-8 24-2 26 12M36 104c10 14 26 22 44 22" stroke="#d8924c" stroke-width="5"/>
<path d="M58 130c14 5 30 5 44 0" stroke="#f0d2a0" stroke-width="6"/>
</g>
<g fill="#fffaf0"><rect x="27" y="76" width="6" height="6" rx="1.5"/><rect x="35" y="92" width="6" height="6" rx="1.5" transform="rotate(20 38 95)"/><rect x="126" y="78" width="6" height="6" rx="1.5"/><rect x="116" y="97" width="6" height="6" rx="1.5" transform="rotate(30 119 100)"/><rect x="74" y="82" width="6" height="6" rx="1.5" transform="rotate(40 77 85)"/><rect x="42" y="44" width="6" height="6" rx="1.5" transform="rotate(15 45 47)"/><rect x="116" y="44" width="6" height="6" rx="1.5" transform="rotate(50 119 47)"/><rect x="92" y="94" width="6" height="6" rx="1.5" transform="rotate(10 95 97)"/></g>`;
