import { cropLuma, type CropTarget, pictureToCrop } from '../../image/crop-luma.js';
import { type LumaPyramid } from '../../image/luma-pyramid.js';
import { placeEyeCrop } from '../../models/eye-7/eye-refiner.js';
import { EYES } from '../../models/face-landmarks-70/landmark-points.js';
import { type FittedHead } from '../head-pose/fit-head-pose.js';
import { IRIS_RADIUS, locateEyeCentre, PUPIL_RADIUS } from './eye-geometry.js';
import { removeHighlights } from './remove-highlights.js';

export const EYE_COLUMNS = 64;
export const EYE_ROWS = 48;

const TARGET: CropTarget = { width: EYE_COLUMNS, height: EYE_ROWS, gain: 1, bias: 0, outside: 'edge' };

/** Rows and columns around the middle that belong to the eye, in which its darkest and brightest places are looked for. */
const EYE_AREA = { fromColumn: 16, toColumn: 48, fromRow: 16, toRow: 32 };

/** A picture with less contrast than this, in levels of luma, is taken as having so much: noise is not to decide. */
const MIN_SPAN = 20;

/** One eye, cut out and made ready for the search, with the way from a line of sight to the place of its pupil. */
export class EyePicture {
  /** Luma 0-255 without highlights, `EYE_ROWS` rows of `EYE_COLUMNS`. */
  readonly luma = new Float32Array(EYE_COLUMNS * EYE_ROWS);
  /** Radius of the iris in columns. */
  radius = 0;
  /** The pupil stands at `(column, row) + gx * (perX) + gy * (perY)` for the line of sight g. */
  column = 0;
  row = 0;
  columnPerX = 0;
  columnPerY = 0;
  rowPerX = 0;
  rowPerY = 0;
  /** Where the eye network saw the pupil. */
  guessColumn = 0;
  guessRow = 0;
  darkest = 0;
  span = MIN_SPAN;
  /** How much of the eye is seen: its squared width in pixels. The near eye of a turned head counts more. */
  weight = 0;

  private readonly cut = new Float32Array(EYE_COLUMNS * EYE_ROWS);
  private readonly scratch = new Float32Array(EYE_COLUMNS * EYE_ROWS);

  load(pyramid: LumaPyramid, points: Float32Array, eye: 0 | 1, head: FittedHead): void {
    const frame = placeEyeCrop(points, EYES[eye]);
    cropLuma(pyramid, frame, TARGET, this.cut, 0);
    removeHighlights(this.cut, this.luma, EYE_COLUMNS, EYE_ROWS, this.scratch);
    this.radius = (IRIS_RADIUS * head.scale * EYE_COLUMNS) / frame.width;
    this.weight = frame.width ** 2;
    this.measureContrast();

    const [centreX, centreY] = locateEyeCentre(points, eye, head);
    [this.column, this.row] = toPlace(pictureToCrop(frame, centreX, centreY));
    const reach = (PUPIL_RADIUS * head.scale * EYE_COLUMNS) / frame.width;
    this.columnPerX = reach * frame.ux;
    this.columnPerY = reach * frame.uy;
    this.rowPerX = reach * frame.vx;
    this.rowPerY = reach * frame.vy;
    const { pupil } = EYES[eye];
    [this.guessColumn, this.guessRow] = toPlace(
      pictureToCrop(frame, points[2 * pupil], points[2 * pupil + 1]),
    );
  }

  private measureContrast(): void {
    let darkest = 255;
    let brightest = 0;
    for (let y = EYE_AREA.fromRow; y < EYE_AREA.toRow; y++) {
      for (let x = EYE_AREA.fromColumn; x < EYE_AREA.toColumn; x++) {
        const value = this.luma[y * EYE_COLUMNS + x];
        if (value < darkest) darkest = value;
        if (value > brightest) brightest = value;
      }
    }
    this.darkest = darkest;
    this.span = Math.max(MIN_SPAN, brightest - darkest);
  }
}

/** Shares of the crop's width from its centre -> column and row, in which pixel centres are whole numbers. */
const toPlace = ([x, y]: [number, number]): [column: number, row: number] => [
  x * EYE_COLUMNS + EYE_COLUMNS / 2 - 0.5,
  y * EYE_COLUMNS + EYE_ROWS / 2 - 0.5,
];
