import { type FaceRecord, type FrameRecord } from '@eyeline/contracts';

import { drawArrow, drawFrame, type Point, type Shape } from './overlay-shapes.js';

export interface OverlaySize {
  /** Of the upright source picture, in whose pixels regions are given. */
  readonly sourceWidth: number;
  readonly sourceHeight: number;
  /** Of the picture that is drawn on. */
  readonly width: number;
  readonly height: number;
}

/** Blue, green, red, as the format writes colours. */
const COLOURS = {
  angry: '3C3CE6',
  disgust: '3C8C50',
  fear: 'C85AA0',
  happy: '28C8F0',
  sad: 'D28C3C',
  surprise: '288CF0',
  neutral: 'C8C8C8',
} as const;
const LOOKING = '50DC50';
const LOOKING_AWAY = 'F0F0F0';

/** Where the middle between the eyes lies in a face region, from its top. */
const EYES_AT = 0.42;

/** Length of the arrow for a line of sight across the picture, in widths of the face. */
const ARROW_LENGTH = 1.1;

/** A face that is not seen again is shown for so many sampling steps at most. */
const MOST_STEPS = 1.5;

/**
 * The head of an overlay in Advanced SubStation Alpha, which ffmpeg's libass draws: `PlayRes` is the size of the picture,
 * so that every number below is a pixel of it.
 */
export function writeOverlayHead({ width, height }: OverlaySize): string {
  const fontSize = Math.max(11, Math.round(Math.min(width, height) / 34));
  const outline = Math.max(1, Math.round(fontSize / 12));
  return [
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${width}`,
    `PlayResY: ${height}`,
    'WrapStyle: 2',
    'ScaledBorderAndShadow: yes',
    '',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, Bold, BorderStyle, Outline, Shadow, Alignment',
    `Style: Label,DejaVu Sans,${fontSize},&H00FFFFFF,&H00202020,-1,1,${outline},0,1`,
    'Style: Shape,DejaVu Sans,10,&H00FFFFFF,&H00000000,0,1,0,0,7',
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Text',
    '',
  ].join('\n');
}

/**
 * What is drawn while one frame record holds: a box that moves on to where the face is next, id, emotion and its
 * probability, and an arrow along the line of sight.
 *
 * @param next the record after it, null for the last one
 * @param stepS time between two samples: a record holds no longer than half as long again
 */
export function writeOverlayEvents(
  record: FrameRecord,
  next: FrameRecord | null,
  { size, stepS, endS }: { size: OverlaySize; stepS: number; endS: number },
): string {
  const untilS = Math.min(endS, record.t_s + MOST_STEPS * stepS, next?.t_s ?? Infinity);
  const time = `${writeTime(record.t_s)},${writeTime(untilS)}`;
  if (untilS <= record.t_s) return '';
  const isNextIn = next !== null && next.t_s === untilS;
  return record.faces
    .map((face) => {
      const later = isNextIn ? next.faces.find(({ face_id: id }) => id === face.face_id) : undefined;
      return writeFace(face, later ?? face, size, time);
    })
    .join('');
}

function writeFace(face: FaceRecord, later: FaceRecord, size: OverlaySize, time: string): string {
  const from = place(face, size);
  const to = place(later, size);
  const thickness = Math.max(2, Math.round(Math.min(size.width, size.height) / 240));
  const colour = COLOURS[face.dominant_emotion];
  const events: [style: 'Shape' | 'Label', text: string][] = [
    ['Shape', writeShape(drawFrame(from.width, from.height, thickness), from.corner, to.corner, colour)],
  ];
  const arrow = drawArrow(lineOfSight(face, from.width), thickness);
  if (arrow !== null) {
    const arrowColour = face.eye_contact ? LOOKING : LOOKING_AWAY;
    events.push(['Shape', writeShape(arrow, from.eyes, to.eyes, arrowColour)]);
  }
  const percent = Math.round(100 * face.confidence);
  const look = face.eye_contact ? ` {\\1c&H${LOOKING}&}\u25cf` : '';
  const label = `#${face.face_id} ${face.dominant_emotion} ${percent} %${look}`;
  // Above the box, from its left side on; inside of it, or from its right side back, where the picture ends.
  const isInside = from.corner.y < size.height / 16;
  const isRight = from.corner.x > 0.75 * size.width;
  const at = ({ corner, width }: Placed): Point => ({
    x: corner.x + (isRight ? width : 0),
    y: corner.y + (isInside ? 1 : -1) * thickness,
  });
  const anchor = (isInside ? 7 : 1) + (isRight ? 2 : 0);
  events.push(['Label', `{\\an${anchor}${writeMove(at(from), at(to))}}${label}`]);
  return events.map(([style, text]) => `Dialogue: 0,${time},${style},${text}\n`).join('');
}

interface Placed {
  readonly corner: Point;
  readonly width: number;
  readonly height: number;
  readonly eyes: Point;
}

function place({ region }: FaceRecord, { sourceWidth, sourceHeight, width, height }: OverlaySize): Placed {
  const [scaleX, scaleY] = [width / sourceWidth, height / sourceHeight];
  const corner = { x: region.x * scaleX, y: region.y * scaleY };
  const box = { width: region.w * scaleX, height: region.h * scaleY };
  return { corner, ...box, eyes: { x: corner.x + box.width / 2, y: corner.y + EYES_AT * box.height } };
}

/** The line of sight as the picture shows it: yaw > 0 to its right, pitch > 0 up (docs/outputs.md). */
function lineOfSight({ gaze }: FaceRecord, faceWidth: number): Point {
  const [yaw, pitch] = [gaze.yaw, gaze.pitch].map((degrees) => (degrees * Math.PI) / 180);
  const length = ARROW_LENGTH * faceWidth;
  return { x: length * Math.sin(yaw) * Math.cos(pitch), y: -length * Math.sin(pitch) };
}

const writeShape = ({ path, corner }: Shape, from: Point, to: Point, colour: string): string => {
  const at = (point: Point): Point => ({ x: point.x + corner.x, y: point.y + corner.y });
  return `{\\an7${writeMove(at(from), at(to))}\\1c&H${colour}&\\p1}${path}`;
};

const writeMove = (from: Point, to: Point): string => {
  const numbers = [from.x, from.y, to.x, to.y].map((value) => value.toFixed(1));
  return `\\move(${numbers.join(',')})`;
};

/** `h:mm:ss.cc`, the nearest hundredth, which is all that the format knows. */
function writeTime(timeS: number): string {
  const hundredths = Math.max(0, Math.round(100 * timeS));
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const seconds = hundredths / 100;
  return `${Math.floor(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}
