import './person-lane.css';

import { useLayoutEffect, useRef } from 'react';

import { EMOTIONS } from '../emotions/emotions.js';
import { useColours } from '../theme/use-colours.js';
import { PLOT } from './plot-frame.js';
import { kindsOf, type Stretches } from './stretches.js';
import { type TimeRange } from './time-range.js';

interface PersonLaneProps {
  readonly name: string;
  readonly label: string;
  /** Kinds are places in `EMOTIONS`; null: none at all. */
  readonly expressions: Stretches | null;
  readonly eyeContact: Stretches | null;
  readonly range: TimeRange;
  readonly width: number;
}

interface Strip {
  readonly top: number;
  readonly height: number;
}

const HEIGHT = 26;
const EXPRESSIONS: Strip = { top: 0, height: 14 };
const EYE_CONTACT: Strip = { top: 18, height: 8 };

const COLOURS = [
  ...EMOTIONS.map((emotion) => `emotion-${emotion}` as const),
  ...(['eye-contact', 'surface-sunken'] as const),
] as const;

/** The course of one person: above which expression prevails, below the ribbon of eye contact. */
export function PersonLane({ name, label, expressions, eyeContact, range, width }: PersonLaneProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useColours(COLOURS);
  const plotWidth = Math.max(1, width - PLOT.left - PLOT.right);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (canvas.current === null || context === null || context === undefined) return;
    // Pixels as such: thousands of rectangles in each of ten lanes would hold up the page.
    const pixels = Math.ceil(plotWidth * window.devicePixelRatio);
    const picture = new ImageData(pixels, HEIGHT);
    const inks = colours.map(toPixel);
    const [ribbon, ground] = inks.slice(EMOTIONS.length);
    const paint = (stretches: Stretches | null, kinds: readonly number[], { top, height }: Strip): void => {
      const row = new Uint32Array(pixels).fill(ground);
      if (stretches !== null) {
        kindsOf(stretches, range, pixels).forEach((kind, x) => {
          if (kind !== -1) row[x] = kinds[kind];
        });
      }
      const all = new Uint32Array(picture.data.buffer);
      for (let y = top; y < top + height; y++) all.set(row, y * pixels);
    };
    paint(expressions, inks, EXPRESSIONS);
    paint(eyeContact, [ribbon], EYE_CONTACT);
    canvas.current.width = pixels;
    canvas.current.height = HEIGHT;
    context.putImageData(picture, 0, 0);
  }, [expressions, eyeContact, range, plotWidth, colours]);
  return (
    <div className="person-lane">
      <span>{name}</span>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        style={{ marginInlineStart: PLOT.left, width: plotWidth, height: HEIGHT }}
      />
    </div>
  );
}

/** A colour as browsers compute it, `rgb(1, 2, 3)`, as a pixel of a picture in memory (little-endian RGBA). */
function toPixel(colour: string): number {
  const [red, green, blue] = (colour.match(/\d+/g) ?? []).map(Number);
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
