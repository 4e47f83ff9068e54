import { type Plot, type Table } from '../measures/table.js';
import { escapeText, roundPlace } from './svg.js';

const WIDTH = 560;
const HEIGHT = 330;
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 14, 52, 52];
const COLOURS = ['#3b6fb5', '#c0392b', '#2e8b57', '#8e6bbf'];
const TICKS = 5;

const STYLE = `text{font:11px sans-serif;fill:#333}.title{font-size:13px;font-weight:bold}.axis{stroke:#999}.grid{stroke:#e5e5e5}
polyline{fill:none;stroke-width:2}`;

/** Line diagram (SVG): columns of a table over its rows; the row of all is left out, and so are places without a number. */
export function drawLines({ title, heads }: Plot, table: Table): string {
  const rows = table.body.slice(0, -1);
  const columns = heads.map((head) => {
    const place = table.columns.findIndex((column) => column.head === head);
    if (place === -1) throw new Error(`The table ${table.name} has no column "${head}".`);
    return place;
  });
  const isShare = table.columns[columns[0]].unit === 'percent';
  const values = rows
    .flatMap((row) => columns.map((column) => row.values[column]))
    .filter((value) => value !== null);
  const [low, high] = isShare ? [0, 1] : [Math.min(0, ...values), niceAbove(Math.max(1, ...values))];
  const from = low === 0 ? 0 : -niceAbove(-low);
  const x = (i: number): number =>
    roundPlace(LEFT + ((WIDTH - LEFT - RIGHT) * (i + 0.5)) / Math.max(1, rows.length));
  const y = (value: number): number =>
    roundPlace(HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * (value - from)) / (high - from));
  const label = (value: number): string =>
    isShare ? `${Math.round(100 * value)} %` : String(roundPlace(value));
  const ticks = Array.from({ length: TICKS + 1 }, (_, i) => from + ((high - from) * i) / TICKS).map(
    (value) =>
      `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value)}" y2="${y(value)}"/>` +
      `<text x="${LEFT - 6}" y="${y(value) + 4}" text-anchor="end">${label(value)}</text>`,
  );
  const names = rows.map(
    (row, i) =>
      `<text x="${x(i)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${escapeText(row.label)}</text>`,
  );
  const lines = columns.map((column, n) => {
    const places = rows.flatMap(({ values }, i) => {
      const value = values[column];
      return value === null ? [] : [[x(i), y(value)] as const];
    });
    const colour = COLOURS[n % COLOURS.length];
    const key = LEFT + n * 125;
    return (
      `<polyline stroke="${colour}" points="${places.map((place) => place.join(',')).join(' ')}"/>` +
      places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`).join('') +
      `<rect x="${key}" y="29" width="10" height="10" fill="${colour}"/>` +
      `<text x="${key + 14}" y="38">${escapeText(heads[n])}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">`,
    `<title>${escapeText(title)}</title><style>${STYLE}</style><rect width="100%" height="100%" fill="#fff"/>`,
    `<text class="title" x="${LEFT}" y="18">${escapeText(title)}</text>`,
    ...ticks,
    ...names,
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 14}" text-anchor="middle">${escapeText(table.rows)}</text>`,
    `<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(0)}" y2="${y(0)}"/>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

/** The next of 1, 2, 5, 10, 20, ... */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * [1, 2, 5, 10].find((step) => step * power >= value - 1e-9)!;
}
