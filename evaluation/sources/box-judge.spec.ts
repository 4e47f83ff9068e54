import { type Region } from '@eyeline/contracts';

import { appearanceOf, makeFace, makeFrame } from '../../libs/vision/src/observations/observation.factory.js';
import { BoxJudge } from './box-judge.js';

const VIDEO = { width: 1280, height: 720 };

/** The clip has twice the pixels that are analysed. */
const toFrame = ({ x, y, w, h }: Region): Region => ({ x: x / 2, y: y / 2, w: w / 2, h: h / 2 });

const FPS = 10;

const seen = (x: number, score: number) =>
  makeFace({ region: { x, y: 200, w: 160, h: 160 }, score, appearance: appearanceOf(1) });

const known = (x: number) => ({ score: 1, x: x / 2, y: 100, w: 80, h: 80 });

describe('BoxJudge', () => {
  it('counts whom the detector sees, and whom reports tell of', async () => {
    const judge = new BoxJudge(VIDEO, toFrame);
    // somebody who is sure at first and weak later, and in the seventh frame something that is never seen again
    for (let i = 0; i < 10; i++) {
      const faces = [seen(100, i < 8 ? 0.9 : 0.55), ...(i === 6 ? [seen(900, 0.75)] : [])];
      judge.add([known(100)], makeFrame(i / FPS, faces));
    }
    const { sizes, falseInPeopled } = await judge.finish();
    expect(sizes[2]).toEqual({ faces: 10, found: [10, 8, 10] });
    expect(falseInPeopled).toEqual([1, 1, 0]);
  });

  it('follows nobody whose face is weak from the beginning', async () => {
    const judge = new BoxJudge(VIDEO, toFrame);
    for (let i = 0; i < 10; i++) judge.add([], makeFrame(i / FPS, [seen(100, 0.6)]));
    expect(await judge.finish()).toMatchObject({ empty: 10, falseInEmpty: [10, 0, 0] });
  });
});
