import { type FrameRecord } from '@eyeline/client/browser';

import { writeFrames } from '../../../../bench/long-report.js';
import { EMOTIONS } from '../emotions/emotions.js';
import { FrameArchive } from './frame-archive.js';
import { FrameSeriesBuilder } from './frame-series-builder.js';
import { FramesReader } from './frames-reader.js';
import { type FramesOrder } from './messages.js';

/** A reader before an archive, with the copy between them that threads make. */
function openFrames(frames: number): FramesReader {
  const builder = new FrameSeriesBuilder();
  for (const lines of writeFrames({ faces: 2, frames, framesPerS: 5 })) {
    for (const line of lines.toString().trim().split('\n')) builder.add(JSON.parse(line) as FrameRecord);
  }
  const archive = new FrameArchive(builder.finish());
  const worker = {
    postMessage: (order: FramesOrder): void => {
      if (order.kind !== 'ask') return;
      const { question, number } = structuredClone(order);
      setImmediate(() => reader.hear(number, structuredClone(archive.answer(question))));
    },
  };
  const reader = new FramesReader(worker, archive.stepS);
  return reader;
}

describe('frames that another thread keeps', () => {
  const reader = openFrames(4000);

  it('are asked who is seen', async () => {
    expect(reader.stepS).toBeCloseTo(0.2, 10);
    const [late, early, none] = await Promise.all([
      reader.facesAt(8.1, 0.2),
      reader.facesAt(0.1, 0.2),
      reader.facesAt(900, 0.2),
    ]);
    expect(early.map(({ faceId, emotion }) => [faceId, emotion])).toEqual([
      [1, 'surprise'],
      [2, 'happy'],
    ]);
    expect(late.map(({ emotion }) => emotion)).not.toEqual(early.map(({ emotion }) => emotion));
    expect(none).toEqual([]);
  });

  it('give no more columns of a person than are asked for, however many frames there are', async () => {
    const range = { fromS: 0, toS: 800 };
    const { timesS, values } = await reader.columnsOf(1, range, 300, 'points or means');
    expect(timesS).toHaveLength(300);
    expect(values).toHaveLength(EMOTIONS.length);
    values[0].forEach((_, row) => {
      const sum = values.reduce((total, column) => total + (column[row] ?? 0), 0);
      expect(sum).toBeCloseTo(1, 2);
    });
    const near = await reader.columnsOf(1, { fromS: 10, toS: 12 }, 300, 'points or means');
    expect(near.timesS).toHaveLength(12);
    expect((await reader.columnsOf(7, range, 300, 'points or means')).timesS).toEqual([]);
  });
});
