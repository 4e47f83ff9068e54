import { Playhead } from '../../charts/playhead.js';
import { type SeenPerson } from '../../frames/faces-at.js';
import { followFaces } from './follow-faces.js';

/** A thread that answers when it is told to; who is seen is named by the time. */
function slowFrames() {
  const asked: { timeS: number; answer: () => Promise<void> }[] = [];
  return {
    asked,
    facesAt: (timeS: number) =>
      new Promise<readonly SeenPerson[]>((resolve) => {
        const answer = async (): Promise<void> => {
          resolve([{ faceId: timeS } as SeenPerson]);
          await new Promise((done) => setImmediate(done));
        };
        asked.push({ timeS, answer });
      }),
  };
}

describe('followFaces', () => {
  const start = () => {
    const playhead = new Playhead(100);
    const frames = slowFrames();
    const told: number[] = [];
    const leave = followFaces(playhead, frames, 1, ([person]) => told.push(person.faceId));
    return { playhead, frames, told, leave };
  };

  it('tells at once who is seen, and again where the playhead has gone', async () => {
    const { playhead, frames, told } = start();
    await frames.asked[0].answer();
    playhead.moveTo(5);
    await frames.asked[1].answer();
    expect(told).toEqual([0, 5]);
    expect(frames.asked).toHaveLength(2);
  });

  it('asks one question at a time, and of what was passed meanwhile only the newest', async () => {
    const { playhead, frames, told } = start();
    for (const timeS of [1, 2, 3]) playhead.moveTo(timeS);
    expect(frames.asked).toHaveLength(1);
    await frames.asked[0].answer();
    expect(frames.asked.map(({ timeS }) => timeS)).toEqual([0, 3]);
    await frames.asked[1].answer();
    expect(told).toEqual([0, 3]);
  });

  it('says nothing once it is left', async () => {
    const { playhead, frames, told, leave } = start();
    leave();
    await frames.asked[0].answer();
    playhead.moveTo(4);
    expect(told).toEqual([]);
    expect(frames.asked).toHaveLength(1);
  });
});
