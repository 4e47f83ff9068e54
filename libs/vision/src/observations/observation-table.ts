import { FRAME_OUTCOMES, AppError, type FaceObservation, type FrameObservation } from '@eyeline/contracts';
import { APPEARANCE_LENGTH, EMOTIONS, LANDMARKS_LENGTH } from '@eyeline/contracts';
import {
  Bool,
  Field,
  FixedSizeList,
  Float32,
  Float64,
  Int16,
  RecordBatch,
  Schema,
  Struct,
  Uint16,
  Uint8,
  makeData,
  type Data,
  type DataType,
} from 'apache-arrow';

/** `face` of the one row that stands for a frame without faces; its other face columns hold zeros. */
const NO_FACE = -1;

/** One number a row, in this order. Double precision, so that what comes back equals what went in. */
const NUMBER_COLUMNS = [
  'x',
  'y',
  'w',
  'h',
  'score',
  'head_yaw_deg',
  'head_pitch_deg',
  'head_roll_deg',
  'gaze_yaw_deg',
  'gaze_pitch_deg',
  'camera_angle_deg',
  'quality',
] as const;

type NumberColumn = (typeof NUMBER_COLUMNS)[number];

/** Vectors, kept in single precision as the models gave them. */
const VECTOR_COLUMNS = [
  { name: 'emotions', of: (face: FaceObservation) => face.emotions, length: EMOTIONS.length },
  { name: 'landmarks', of: (face: FaceObservation) => face.landmarks, length: LANDMARKS_LENGTH },
  { name: 'appearance', of: (face: FaceObservation) => face.appearance, length: APPEARANCE_LENGTH },
] as const;

/** Only in observations that a second emotion network was asked about. */
const COMPARED_COLUMN = {
  name: 'compared_emotions',
  of: (face: FaceObservation) => face.comparedEmotions ?? new Float32Array(0),
  length: EMOTIONS.length,
} as const;

const listVectorColumns = (isCompared: boolean) =>
  isCompared ? [...VECTOR_COLUMNS, COMPARED_COLUMN] : VECTOR_COLUMNS;

/** Yes or no, a bit each. */
const FLAG_COLUMNS = [
  { name: 'eyes_open', of: (face: FaceObservation) => face.eyesOpen },
  { name: 'eyes_readable', of: (face: FaceObservation) => face.eyesReadable },
] as const;

const vectorType = (length: number) => new FixedSizeList(length, new Field('item', new Float32(), false));

/** One row a face; `face` counts the faces of a frame from 0, so 0 or -1 begins the next frame. */
const createSchema = (isCompared: boolean): Schema =>
  new Schema(
    [
      new Field('t_s', new Float64(), false),
      new Field('outcome', new Uint8(), false, new Map([['values', FRAME_OUTCOMES.join(' ')]])),
      new Field('faces_dropped', new Uint16(), false),
      new Field('face', new Int16(), false),
      ...NUMBER_COLUMNS.map((name) => new Field(name, new Float64(), false)),
      ...FLAG_COLUMNS.map(({ name }) => new Field(name, new Bool(), false)),
      ...listVectorColumns(isCompared).map(({ name, length }) => new Field(name, vectorType(length), false)),
    ],
    new Map([['eyeline', 'face observations, version 2']]),
  );

const PLAIN_SCHEMA = createSchema(false);
const COMPARED_SCHEMA = createSchema(true);

/** @param isCompared whether a second emotion network was asked */
export const observationSchema = (isCompared: boolean): Schema =>
  isCompared ? COMPARED_SCHEMA : PLAIN_SCHEMA;

/** Whether batches of these columns can be read: those of before eyes could be unreadable are. */
export function isReadable(schema: Schema): boolean {
  const before = new Schema(PLAIN_SCHEMA.fields.filter(({ name }) => name !== 'eyes_readable'));
  return [PLAIN_SCHEMA, COMPARED_SCHEMA, before].some((known) => known.toString() === schema.toString());
}

const numbersOf = (face: FaceObservation): Record<NumberColumn, number> => ({
  x: face.region.x,
  y: face.region.y,
  w: face.region.w,
  h: face.region.h,
  score: face.score,
  head_yaw_deg: face.headPose.yawDeg,
  head_pitch_deg: face.headPose.pitchDeg,
  head_roll_deg: face.headPose.rollDeg,
  gaze_yaw_deg: face.gaze.yawDeg,
  gaze_pitch_deg: face.gaze.pitchDeg,
  camera_angle_deg: face.cameraAngleDeg,
  quality: face.quality,
});

/**
 * Frames -> one Arrow record batch.
 *
 * @param isCompared whether a second emotion network was asked about every face
 * @throws {AppError} internal when a vector of a face has another length than the contracts say
 */
export function toRecordBatch(frames: readonly FrameObservation[], isCompared: boolean): RecordBatch {
  const schema = observationSchema(isCompared);
  const vectorColumns = listVectorColumns(isCompared);
  const rows = frames.reduce((sum, frame) => sum + Math.max(1, frame.faces.length), 0);
  const tS = new Float64Array(rows);
  const outcome = new Uint8Array(rows);
  const facesDropped = new Uint16Array(rows);
  const faceIndex = new Int16Array(rows).fill(NO_FACE);
  const numbers = NUMBER_COLUMNS.map(() => new Float64Array(rows));
  const flags = FLAG_COLUMNS.map(() => new Uint8Array(Math.ceil(rows / 8)));
  const vectors = vectorColumns.map(({ length }) => new Float32Array(rows * length));

  let row = 0;
  const beginRow = (frame: FrameObservation) => {
    tS[row] = frame.tS;
    outcome[row] = FRAME_OUTCOMES.indexOf(frame.outcome);
    facesDropped[row] = frame.facesDropped;
  };
  for (const frame of frames) {
    if (frame.faces.length === 0) {
      beginRow(frame);
      row++;
    }
    for (const [index, face] of frame.faces.entries()) {
      beginRow(frame);
      faceIndex[row] = index;
      const values = numbersOf(face);
      NUMBER_COLUMNS.forEach((name, column) => (numbers[column][row] = values[name]));
      FLAG_COLUMNS.forEach(({ of }, column) => {
        if (of(face)) flags[column][row >> 3] |= 1 << (row & 7);
      });
      vectorColumns.forEach(({ name, of, length }, column) =>
        vectors[column].set(ofLength(of(face), length, name), row * length),
      );
      row++;
    }
  }

  const children: Data<DataType>[] = [
    makeData({ type: new Float64(), data: tS }),
    makeData({ type: new Uint8(), data: outcome }),
    makeData({ type: new Uint16(), data: facesDropped }),
    makeData({ type: new Int16(), data: faceIndex }),
    ...numbers.map((data) => makeData({ type: new Float64(), data })),
    ...flags.map((data) => makeData({ type: new Bool(), length: rows, data })),
    ...vectors.map((data, column) =>
      makeData({
        type: vectorType(vectorColumns[column].length),
        length: rows,
        child: makeData({ type: new Float32(), data }),
      }),
    ),
  ];
  return new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: rows, children }));
}

/** One record batch -> its frames. The vectors are views of the batch's memory, not copies. */
export function* toFrames(batch: RecordBatch): Generator<FrameObservation> {
  const column = (name: string) => batch.data.children[batch.schema.names.indexOf(name)];
  const tS = column('t_s').values as Float64Array;
  const outcome = column('outcome').values as Uint8Array;
  const facesDropped = column('faces_dropped').values as Uint16Array;
  const faceIndex = column('face').values as Int16Array;
  const numbers = Object.fromEntries(
    NUMBER_COLUMNS.map((name) => [name, column(name).values as Float64Array]),
  ) as Record<NumberColumn, Float64Array>;
  const [eyesOpen, eyesReadable] = FLAG_COLUMNS.map(({ name }) => {
    if (!batch.schema.names.includes(name)) return () => true;
    const values = column(name).values as Uint8Array;
    return (row: number) => (values[row >> 3] & (1 << (row & 7))) !== 0;
  });
  const vectors = ({ name, length }: { readonly name: string; readonly length: number }) => {
    const values = column(name).children[0].values as Float32Array;
    return (row: number) => values.subarray(row * length, (row + 1) * length);
  };
  const [emotions, landmarks, appearance] = VECTOR_COLUMNS.map(vectors);
  const compared = batch.schema.names.includes(COMPARED_COLUMN.name) ? vectors(COMPARED_COLUMN) : null;

  const faceAt = (row: number): FaceObservation => ({
    region: { x: numbers.x[row], y: numbers.y[row], w: numbers.w[row], h: numbers.h[row] },
    score: numbers.score[row],
    emotions: emotions(row),
    ...(compared !== null && { comparedEmotions: compared(row) }),
    headPose: {
      yawDeg: numbers.head_yaw_deg[row],
      pitchDeg: numbers.head_pitch_deg[row],
      rollDeg: numbers.head_roll_deg[row],
    },
    gaze: { yawDeg: numbers.gaze_yaw_deg[row], pitchDeg: numbers.gaze_pitch_deg[row] },
    cameraAngleDeg: numbers.camera_angle_deg[row],
    eyesOpen: eyesOpen(row),
    eyesReadable: eyesReadable(row),
    quality: numbers.quality[row],
    landmarks: landmarks(row),
    appearance: appearance(row),
  });

  for (let row = 0; row < batch.numRows;) {
    const first = row;
    const faces: FaceObservation[] = [];
    if (faceIndex[row] === NO_FACE) row++;
    else {
      do faces.push(faceAt(row++));
      while (row < batch.numRows && faceIndex[row] > 0);
    }
    yield {
      tS: tS[first],
      outcome: FRAME_OUTCOMES[outcome[first]],
      facesDropped: facesDropped[first],
      faces,
    };
  }
}

function ofLength(vector: Float32Array, length: number, name: string): Float32Array {
  if (vector.length === length) return vector;
  throw new AppError('internal', { detail: `${name} holds ${vector.length} numbers, not ${length}.` });
}
