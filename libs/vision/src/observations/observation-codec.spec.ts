import { AppError, FRAME_OUTCOMES, type FaceObservation, type FrameObservation } from '@eyeline/contracts';
import { APPEARANCE_LENGTH, EMOTIONS, LANDMARKS_LENGTH } from '@eyeline/contracts';
import { tableFromIPC, tableToIPC } from 'apache-arrow';
import fc from 'fast-check';

import { readObservations } from './observation-reader.js';
import { ObservationWriter } from './observation-writer.js';
import { makeFace, makeFrame } from './observation.factory.js';

const number = fc.double({ noNaN: true });
const vector = (length: number) =>
  fc.float32Array({ minLength: length, maxLength: length, noNaN: true }) as fc.Arbitrary<Float32Array>;

const face: fc.Arbitrary<FaceObservation> = fc.record({
  region: fc.record({ x: number, y: number, w: number, h: number }),
  score: number,
  emotions: vector(EMOTIONS.length),
  headPose: fc.record({ yawDeg: number, pitchDeg: number, rollDeg: number }),
  gaze: fc.record({ yawDeg: number, pitchDeg: number }),
  cameraAngleDeg: number,
  eyesOpen: fc.boolean(),
  eyesReadable: fc.boolean(),
  quality: number,
  landmarks: vector(LANDMARKS_LENGTH),
  appearance: vector(APPEARANCE_LENGTH),
});

const frame: fc.Arbitrary<FrameObservation> = fc.record({
  tS: number,
  outcome: fc.constantFrom(...FRAME_OUTCOMES),
  facesDropped: fc.nat({ max: 65_535 }),
  faces: fc.array(face, { maxLength: 3 }),
});

function encode(frames: readonly FrameObservation[], isCompared = false): Buffer {
  const writer = new ObservationWriter(isCompared);
  const parts = frames.map((observation) => writer.append(observation)).filter((bytes) => bytes !== null);
  return Buffer.concat([...parts, writer.finish()]);
}

async function* cut(bytes: Uint8Array, size = bytes.length): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function decode(bytes: Uint8Array, chunkSize?: number): Promise<FrameObservation[]> {
  const frames: FrameObservation[] = [];
  for await (const observation of readObservations(cut(bytes, chunkSize))) frames.push(observation);
  return frames;
}

describe('observations as an Arrow stream', () => {
  it('holds what a second network says, where one was asked about every face', async () => {
    const compared = fc
      .tuple(face, vector(EMOTIONS.length))
      .map(([one, comparedEmotions]) => ({ ...one, comparedEmotions }));
    const frames = fc.array(fc.record({ faces: fc.array(compared, { maxLength: 3 }), base: frame }), {
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(frames, async (parts) => {
        const written = parts.map(({ base, faces }) => ({ ...base, faces }));
        expect(await decode(encode(written, true), 100)).toEqual(written);
      }),
    );
    expect(() => encode([makeFrame(0, [makeFace()])], true)).toThrow('compared_emotions holds 0 numbers');
  });

  it('gives back exactly what was written, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(frame, { maxLength: 6 }),
        fc.integer({ min: 1, max: 999 }),
        async (frames, size) => {
          expect(await decode(encode(frames), size)).toEqual(frames);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps order and frames without faces over many batches', async () => {
    const frames = Array.from({ length: 700 }, (_, i) =>
      makeFrame(i / 5, Array(i % 4).fill(makeFace({ score: i }))),
    );
    expect(await decode(encode(frames), 65_536)).toEqual(frames);
  });

  it('closes a batch early when there are many faces, so that memory stays bounded', () => {
    const writer = new ObservationWriter();
    const crowd = makeFrame(0, Array<FaceObservation>(100).fill(makeFace()));
    const given = Array.from({ length: 11 }, () => writer.append(crowd));
    expect(given.slice(0, 10)).toEqual(Array(10).fill(null));
    expect(given[10]).toBeInstanceOf(Uint8Array);
  });

  it('is a file that any Arrow reader opens', () => {
    const table = tableFromIPC(
      encode([makeFrame(0.2, [makeFace(), makeFace({ score: 0.5 })]), makeFrame(0.4)]),
    );
    expect(table.numRows).toBe(3);
    expect([...table.getChild('t_s')!]).toEqual([0.2, 0.2, 0.4]);
    expect([...table.getChild('face')!]).toEqual([0, 1, -1]);
  });

  it('reads what was kept before eyes could be unreadable', async () => {
    const frames = [makeFrame(0.2, [makeFace({ eyesReadable: false }), makeFace()]), makeFrame(0.4)];
    const table = tableFromIPC(encode(frames));
    const before = table.select(table.schema.names.filter((name) => name !== 'eyes_readable'));
    const [{ faces }, nobody] = await decode(tableToIPC(before));
    expect(faces.map(({ eyesReadable }) => eyesReadable)).toEqual([true, true]);
    expect(nobody).toEqual(frames[1]);
    await expect(decode(tableToIPC(table.select(['t_s', 'face'])))).rejects.toThrow('other columns');
  });

  it('reads a video without a single frame', async () => {
    expect(await decode(encode([]))).toEqual([]);
  });

  it('refuses a stream that is cut short, also between two messages', async () => {
    const bytes = encode(Array.from({ length: 600 }, (_, i) => makeFrame(i / 5)));
    const atMessageEnd = bytes.subarray(0, -8);
    await expect(decode(atMessageEnd)).rejects.toThrow('cut short');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        await expect(decode(bytes.subarray(0, length), 4096)).rejects.toThrow(AppError);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses foreign bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await expect(decode(bytes, 64)).rejects.toThrow(AppError);
      }),
    );
    await expect(decode(Buffer.from('{"schema": {"fields": []}, "batches": []}'))).rejects.toThrow(AppError);
  });

  it('lets the failure of its source through as it is', async () => {
    const source = (async function* () {
      yield await Promise.resolve(encode([makeFrame(0)]).subarray(0, 100));
      throw new AppError('storage_unavailable');
    })();
    await expect(readObservations(source).next()).rejects.toMatchObject({ code: 'storage_unavailable' });
  });

  it('refuses to write a vector of the wrong length', () => {
    const writer = new ObservationWriter();
    writer.append(makeFrame(0, [makeFace({ landmarks: new Float32Array(136) })]));
    expect(() => writer.finish()).toThrow('landmarks holds 136 numbers, not 140');
  });
});
