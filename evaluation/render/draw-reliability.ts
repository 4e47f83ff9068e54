import { type EmotionMeasures } from '../measures/measure-emotions.js';
import { decimals } from './numbers.js';
import { escapeText, roundPlace } from './svg.js';

const SIDE = 320;
const LEFT = 44;
const TOP = 34;
/** Height of the bars that tell how many readings a bin has. */
const COUNT_HEIGHT = 50;
const GAP = 34;
const WIDTH = LEFT + SIDE + 16;
const HEIGHT = TOP + SIDE + GAP + COUNT_HEIGHT + 26;

const STYLE = `text{font:11px sans-serif;fill:#333}.title{font-size:13px;font-weight:bold}.axis{stroke:#999}
.grid{stroke:#e5e5e5}.ideal{stroke:#999;stroke-dasharray:4 4}.right{fill:#3b6fb5}.sure{stroke:#c0392b;stroke-width:2}.count{fill:#b9c7db}`;

/**
 * Reliability diagram (SVG): for each part of confidence how often the reading was right (bar) and how sure it was (line
 * across it); calibrated, both lie on the dashed diagonal. Below, how many readings each part has.
 */
export function drawReliability(
  title: string,
  { reliability, calibrationError, read }: EmotionMeasures,
): string {
  const x = (share: number): number => roundPlace(LEFT + share * SIDE);
  const y = (share: number): number => roundPlace(TOP + (1 - share) * SIDE);
  const bottom = HEIGHT - 26;
  const most = Math.max(1, ...reliability.map(({ count }) => count));
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (share) =>
      `<line class="grid" x1="${x(0)}" x2="${x(1)}" y1="${y(share)}" y2="${y(share)}"/>` +
      `<text x="${LEFT - 6}" y="${y(share) + 4}" text-anchor="end">${share}</text>` +
      `<text x="${x(share)}" y="${y(0) + 14}" text-anchor="middle">${share}</text>`,
  );
  const bars = reliability.map(({ from, to, count, accuracy, confidence }) => {
    if (accuracy === null || confidence === null) return '';
    const [left, width] = [x(from) + 1, roundPlace(x(to) - x(from) - 2)];
    const height = roundPlace((COUNT_HEIGHT * count) / most);
    return (
      `<rect class="right" x="${left}" y="${y(accuracy)}" width="${width}" height="${roundPlace(accuracy * SIDE)}"/>` +
      `<line class="sure" x1="${left}" x2="${left + width}" y1="${y(confidence)}" y2="${y(confidence)}"/>` +
      `<rect class="count" x="${left}" y="${roundPlace(bottom - height)}" width="${width}" height="${height}"/>` +
      `<text x="${left + width / 2}" y="${bottom + 12}" text-anchor="middle">${count}</text>`
    );
  });
  const figures = `${read} readings, ECE ${decimals(calibrationError)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">`,
    `<title>${escapeText(`${title}: ${figures}`)}</title><style>${STYLE}</style><rect width="100%" height="100%" fill="#fff"/>`,
    `<text class="title" x="${LEFT}" y="16">${escapeText(title)}</text>`,
    `<text x="${LEFT}" y="29">${figures}; bars: share that is right, lines: confidence</text>`,
    ...[...ticks, ...bars].filter((part) => part !== ''),
    `<line class="ideal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>`,
    `<line class="axis" x1="${x(0)}" x2="${x(1)}" y1="${y(0)}" y2="${y(0)}"/>`,
    `<line class="axis" x1="${x(0)}" x2="${x(0)}" y1="${y(0)}" y2="${y(1)}"/>`,
    '</svg>',
    '',
  ].join('\n');
}
