import { type FaceObservation, type FrameObservation } from '@eyeline/contracts';
import fc from 'fast-check';

import { appearanceOf, makeFace, makeFrame, streamOf } from '../observations/observation.factory.js';
import { assignFaceIds, NO_FACE_ID } from './assign-face-ids.js';

const PICTURE = { width: 1280, height: 720 };

interface Person {
  readonly look: number;
  readonly at: (tS: number) => { x: number; y: number } | null;
}

const walk = (look: number, from: number, speed: number, y = 300): Person => ({
  look,
  at: (tS) => ({ x: from + speed * tS, y }),
});

const faceOf = (
  person: Person,
  tS: number,
  changes: Partial<FaceObservation> = {},
): FaceObservation | null => {
  const place = person.at(tS);
  return (
    place &&
    makeFace({ region: { ...place, w: 80, h: 100 }, appearance: appearanceOf(person.look), ...changes })
  );
};

function film(people: readonly Person[], fps: number, durationS = 6): FrameObservation[] {
  return Array.from({ length: Math.round(durationS * fps) }, (_, i) =>
    makeFrame(
      i / fps,
      people.map((person) => faceOf(person, i / fps)).filter((face) => face !== null),
    ),
  );
}

/** Face ids frame by frame, in the order of the faces given. */
async function idsOf(frames: readonly FrameObservation[]): Promise<number[][]> {
  const ids = await assignFaceIds(streamOf(frames)(), PICTURE);
  let detection = 0;
  return frames.map((frame) => frame.faces.map(() => ids.at(detection++)));
}

const peopleIn = (ids: readonly (readonly number[])[]) =>
  new Set(ids.flat().filter((id) => id !== NO_FACE_ID));

describe('assignFaceIds', () => {
  it('numbers people from 1 in order of appearance', async () => {
    const late: Person = { look: 2, at: (tS) => (tS < 2 ? null : { x: 100, y: 100 }) };
    const ids = await idsOf(film([late, walk(1, 800, 0)], 5));
    expect(ids[0]).toEqual([1]);
    expect(ids[20]).toEqual([2, 1]);
  });

  it.each([5, 10, 25])('keeps the ids of two who swap places, at %d frames/s', async (fps) => {
    const ids = await idsOf(film([walk(1, 200, 120), walk(2, 920, -120)], fps));
    expect(ids.every(([first, second]) => first === 1 && second === 2)).toBe(true);
  });

  it('keeps the ids of two who look alike by the way they move', async () => {
    const ids = await idsOf(film([walk(1, 200, 120, 250), walk(1, 920, -120, 330)], 10));
    expect(ids.every(([first, second]) => first === 1 && second === 2)).toBe(true);
  });

  it.each([2, 5, 25])('keeps an id through a short occlusion, at %d frames/s', async (fps) => {
    const hidden: Person = { look: 1, at: (tS) => (tS > 2 && tS < 3 ? null : { x: 200 + 60 * tS, y: 200 }) };
    expect(peopleIn(await idsOf(film([hidden], fps)))).toEqual(new Set([1]));
  });

  it('stitches the pieces of somebody who comes back to the same place', async () => {
    const away: Person = { look: 1, at: (tS) => (tS > 2 && tS < 8 ? null : { x: 200, y: 200 }) };
    const ids = await idsOf(film([away], 5, 12));
    expect(peopleIn(ids)).toEqual(new Set([1]));
  });

  it('does not glue two people together over a cut', async () => {
    const ids = await idsOf([
      ...film([walk(1, 400, 0)], 5, 3),
      ...film([walk(2, 405, 0)], 5, 3).map((frame) => ({ ...frame, tS: frame.tS + 3 })),
    ]);
    expect(ids.map(([id]) => id)).toEqual([...Array<number>(15).fill(1), ...Array<number>(15).fill(2)]);
  });

  it('never makes a person of isolated sights', async () => {
    const noise = [3, 11, 17, 26].map((i) => ({
      tS: i / 5,
      face: makeFace({ appearance: appearanceOf(9) }),
    }));
    const frames = film([walk(1, 800, 0)], 5).map((frame) => {
      const extra = noise.find(({ tS }) => tS === frame.tS);
      return extra ? { ...frame, faces: [extra.face, ...frame.faces] } : frame;
    });
    const ids = await idsOf(frames);
    expect(peopleIn(ids)).toEqual(new Set([1]));
    expect(ids[3]).toEqual([NO_FACE_ID, 1]);
  });

  it('starts at a score of 0.7, goes on at 0.5 in place, and not below', async () => {
    const scored = (scores: number[]) => scores.map((score, i) => makeFrame(i / 5, [makeFace({ score })]));
    expect((await idsOf(scored([0.6, 0.8, 0.55, 0.9, 0.45, 0.8]))).flat()).toEqual([0, 1, 1, 1, 0, 1]);
    expect((await idsOf(scored(Array<number>(20).fill(0.65)))).flat()).toEqual(Array(20).fill(0));
  });

  it.each([0.2, 0.5, 1])('follows people also at %d frames/s', async (fps) => {
    const ids = await idsOf(film([walk(1, 200, 1), walk(2, 800, -1)], fps, 60));
    expect(ids.every(([first, second]) => first === 1 && second === 2)).toBe(true);
  });

  it('makes nobody of a picture that flickers', async () => {
    const noise = fc.record({ x: fc.integer({ min: 0, max: 1200 }), y: fc.integer({ min: 0, max: 600 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(noise, { minLength: 60, maxLength: 60 }), async (places) => {
        const frames = places.map((place, i) =>
          makeFrame(i / 5, [
            makeFace({ region: { ...place, w: 30, h: 40 }, score: 0.72, appearance: appearanceOf(i) }),
          ]),
        );
        expect(peopleIn(await idsOf(frames)).size).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('makes no person of sights that are mostly weak', async () => {
    const scored = (scores: number[]) => scores.map((score, i) => makeFrame(i / 25, [makeFace({ score })]));
    const lettering = [0.71, 0.68, 0.75, 0.7, 0.69, 0.54, 0.73, 0.63, 0.59, 0.61, 0.59, 0.53];
    expect(peopleIn(await idsOf(scored(lettering))).size).toBe(0);
    expect(peopleIn(await idsOf(scored(lettering.map((score) => score + 0.1)))).size).toBe(1);
  });

  it('does not let a weak detection elsewhere continue a track', async () => {
    const frames = [...film([walk(1, 100, 0)], 5, 2), makeFrame(2, [makeFace({ score: 0.6 })])];
    expect((await idsOf(frames)).at(-1)).toEqual([0]);
  });

  it('takes what a very short video offers', async () => {
    expect(await idsOf(film([walk(1, 100, 0)], 5, 0.2))).toEqual([[1]]);
    expect(await idsOf(film([walk(1, 100, 0)], 1, 3))).toEqual([[1], [1], [1]]);
    expect(await idsOf(film([walk(1, 100, 0)], 25, 0.2))).toEqual(Array(5).fill([1]));
    expect(await idsOf([])).toEqual([]);
  });

  it('refuses frames that go back in time', async () => {
    const backwards = streamOf([makeFrame(1), makeFrame(0.5)])();
    await expect(assignFaceIds(backwards, PICTURE)).rejects.toThrow('go back from 1 s to 0.5 s');
  });

  describe('whatever people do', () => {
    const person = fc
      .record({
        look: fc.integer({ min: 0, max: 3 }),
        x: fc.integer({ min: 0, max: 1200 }),
        y: fc.integer({ min: 0, max: 600 }),
        speed: fc.integer({ min: -150, max: 150 }),
        from: fc.double({ min: 0, max: 3, noNaN: true }),
        length: fc.double({ min: 0, max: 5, noNaN: true }),
      })
      .map(({ look, x, y, speed, from, length }): Person => ({
        look,
        at: (tS) => (tS < from || tS > from + length ? null : { x: x + speed * tS, y }),
      }));
    const people = fc.array(person, { maxLength: 5 });

    it('gives no id twice in a frame, ids without holes, and the same ids every time', async () => {
      await fc.assert(
        fc.asyncProperty(people, fc.constantFrom(2, 5, 12), async (cast, fps) => {
          const frames = film(cast, fps);
          const ids = await idsOf(frames);
          for (const frame of ids) {
            const known = frame.filter((id) => id !== NO_FACE_ID);
            expect(new Set(known).size).toBe(known.length);
          }
          const found = [...peopleIn(ids)].sort((a, b) => a - b);
          expect(found).toEqual(found.map((_, i) => i + 1));
          expect(await idsOf(frames)).toEqual(ids);
        }),
        { numRuns: 40 },
      );
    });

    it('does not depend on the order of the detections in a frame', async () => {
      await fc.assert(
        fc.asyncProperty(people, async (cast) => {
          const frames = film(cast, 5);
          const turned = frames.map((frame) => ({ ...frame, faces: frame.faces.toReversed() }));
          const ids = await idsOf(frames);
          expect((await idsOf(turned)).map((frame) => frame.toReversed())).toEqual(ids);
        }),
        { numRuns: 40 },
      );
    });

    it('counts as many people at 5, 10 and 25 frames/s', async () => {
      const lanes = fc.array(
        fc.record({
          speed: fc.integer({ min: -100, max: 100 }),
          hiddenS: fc.double({ min: 0, max: 1.2, noNaN: true }),
        }),
        { minLength: 1, maxLength: 4 },
      );
      await fc.assert(
        fc.asyncProperty(lanes, async (settings) => {
          const cast = settings.map(({ speed, hiddenS }, i): Person => ({
            look: i,
            at: (tS) => (tS > 2 && tS < 2 + hiddenS ? null : { x: 600 + speed * tS, y: 150 * i }),
          }));
          for (const fps of [5, 10, 25]) {
            expect(peopleIn(await idsOf(film(cast, fps))).size).toBe(cast.length);
          }
        }),
        { numRuns: 25 },
      );
    });
  });
});
