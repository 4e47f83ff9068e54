import { createHash } from 'node:crypto';
import { type Emotion, EMOTIONS } from '@eyeline/contracts';

/** Told apart also in grey and by most who see colours differently: neighbours in the stack differ in lightness. */
const COLOURS: Readonly<Record<Emotion, string>> = {
  angry: '#b3372f',
  disgust: '#a3b14b',
  fear: '#6a4c93',
  happy: '#f2b134',
  sad: '#3d6fa5',
  surprise: '#e88fb0',
  neutral: '#c9ced6',
};

/** Everything that the page looks like: one sheet, no outside font. */
export const STYLE = `
@page { size: A4; margin: 14mm 15mm }
* { box-sizing: border-box; -webkit-print-color-adjust: exact; print-color-adjust: exact }
html { background: #fff; color: #1d2430; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif }
body { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.5rem }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; overflow-wrap: anywhere }
h2 { font-size: 1.05rem; margin: 2.4rem 0 .7rem; padding-bottom: .3rem; border-bottom: 1px solid #dfe3e9; break-after: avoid }
p { margin: .5rem 0 }
section { break-inside: auto }
figure { margin: 0 0 1.2rem; break-inside: avoid }
.about, .note, figcaption { color: #5b6573; font-size: .87rem }
.tiles { display: grid; grid-template-columns: repeat(3, 1fr); gap: .7rem; margin: 1.6rem 0 0; padding: 0 }
.tiles div { background: #f5f6f8; border-radius: 8px; padding: .7rem .9rem; break-inside: avoid }
.tiles dt { color: #5b6573; font-size: .82rem }
.tiles dd { margin: 0; font-size: 1.45rem; line-height: 1.3; font-weight: 600 }
.tiles dd small { display: block; font-size: .8rem; font-weight: 400; color: #5b6573 }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums }
th { text-align: left; font-weight: 500; color: #5b6573; font-size: .8rem; vertical-align: bottom }
th, td { padding: .3rem .7rem .3rem 0; border-bottom: 1px solid #edf0f3 }
td.n, th.n { text-align: right }
td.n { white-space: nowrap }
.wide th, .wide td { padding-right: .5rem }
tr { break-inside: avoid }
thead { display: table-header-group }
td.bar { width: 45% }
.mono { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .82rem }
svg { display: block; width: 100%; height: auto }
svg text { font: 11px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #5b6573 }
svg .name { font-weight: 600; fill: #1d2430 }
.ground { fill: #f5f6f8 }
.grid { stroke: #dfe3e9; stroke-width: 1 }
.gap { fill: #1d2430; opacity: .14 }
.look { fill: #12866f }
.key { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .2rem 0 .8rem; padding: 0; list-style: none; font-size: .85rem }
.key svg { display: inline-block; width: .8em; height: .8em; margin-right: .4em }
.warnings { margin: 0; padding-left: 1.2rem }
.limits { margin-top: 2.4rem; border-left: 4px solid #f2b134; background: #fdf7e8; padding: .7rem 1rem; font-size: .9rem; break-inside: avoid }
${EMOTIONS.map((emotion) => `.${emotion} { fill: ${COLOURS[emotion]} }`).join('\n')}
@media print { html { font-size: 12.5px } body { padding: 0; max-width: none } h2 { margin-top: 1.7rem } }
@media (max-width: 40rem) { .tiles { grid-template-columns: repeat(2, 1fr) } .wide { overflow-x: auto } }
`;

/** Lets a browser use the sheet above and nothing else: no script, no address, no frame. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
