import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type FaceRecord, toEmotionValues } from '@eyeline/contracts';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';

import { frameColumns, type FrameRow, frameRows } from './frame-table.js';
import { writeParquet } from './write-parquet.js';

const landmarks = Array.from({ length: 68 }, (_, i): [number, number] => [i / 67, 1 - i / 67]);

/** Two people a frame; what can change, does. */
function* makeRows(frames: number, withLandmarks: boolean): Generator<FrameRow> {
  for (let i = 0; i < frames; i++) {
    const happy = (i % 10_000) / 10_000;
    const emotions = toEmotionValues([0, 0, 0, happy, 1 - happy, 0, 0]);
    const face = (face_id: number): FaceRecord => ({
      face_id,
      region: { x: i % 1920, y: (i % 1080) + 0.5, w: 300, h: 300.5 },
      score: 0.98,
      emotions,
      smoothed_emotions: emotions,
      dominant_emotion: happy > 0.5 ? 'happy' : 'sad',
      confidence: Math.max(happy, 1 - happy),
      uncertain: i % 11 === 0,
      head_pose: { yaw: -((i % 9000) / 100), pitch: 2.25, roll: 0 },
      gaze: { yaw: 3, pitch: (i % 777) / 10 },
      eyes_open: i % 9 !== 0,
      eye_contact: (i + face_id) % 2 === 0,
      eye_contact_unknown: i % 13 === 0,
      ...(withLandmarks ? { landmarks: landmarks.map(([x, y]): [number, number] => [x + i / 1e6, y]) } : {}),
    });
    yield* frameRows({ t_s: i / 5, faces: [face(1), face(2)] });
  }
}

async function* later<T>(items: Iterable<T>): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

async function write(frames: number, withLandmarks = false): Promise<ArrayBuffer> {
  const chunks: Buffer[] = [];
  const about = { analysis_id: 'an_1' };
  for await (const chunk of writeParquet(
    later(makeRows(frames, withLandmarks)),
    frameColumns(withLandmarks),
    about,
  ))
    chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks)).buffer;
}

describe('the Parquet table', () => {
  it('gives a reader the rows as they went in, and typed columns', async () => {
    const file = await write(300);
    expect(await parquetReadObjects({ file })).toEqual([...makeRows(300, false)]);
    const { schema, num_rows, key_value_metadata } = parquetMetadata(file);
    expect(num_rows).toBe(600n);
    expect(key_value_metadata).toEqual([{ key: 'analysis_id', value: 'an_1' }]);
    expect(schema.slice(1).map(({ name }) => name)).toEqual(frameColumns(false));
    expect(schema.slice(1).every(({ repetition_type }) => repetition_type === 'REQUIRED')).toBe(true);
    const types = Object.fromEntries(
      schema.map(({ name, type, converted_type }) => [name, converted_type ?? type]),
    );
    expect(types).toMatchObject({
      ...{ t_s: 'DOUBLE', face_id: 'INT32', region_x: 'DOUBLE', score: 'DOUBLE', smoothed_happy: 'DOUBLE' },
      ...{ dominant_emotion: 'UTF8', uncertain: 'BOOLEAN', eye_contact: 'BOOLEAN', gaze_yaw: 'DOUBLE' },
    });
  });

  it('has 136 more columns with landmarks', async () => {
    const file = await write(5, true);
    expect(await parquetReadObjects({ file })).toEqual([...makeRows(5, true)]);
    expect(parquetMetadata(file).schema).toHaveLength(1 + frameColumns(true).length);
  });

  it('is a file without rows when nobody was seen', async () => {
    const file = await write(0);
    expect(parquetMetadata(file)).toMatchObject({ num_rows: 0n, row_groups: [] });
    expect(await parquetReadObjects({ file })).toEqual([]);
  });

  it('has row groups that can be read by themselves', async () => {
    const file = await write(12_000);
    const groups = parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows));
    expect(groups.length).toBeGreaterThan(2);
    expect(groups.reduce((sum, rows) => sum + rows)).toBe(24_000);
    const rowStart = groups[0];
    const part = await parquetReadObjects({
      file,
      rowStart,
      rowEnd: rowStart + 2,
      columns: ['t_s', 'face_id'],
    });
    expect(part).toEqual(
      [...makeRows(12_000, false)]
        .slice(rowStart, rowStart + 2)
        .map(({ t_s, face_id }) => ({ t_s, face_id })),
    );
  });

  it('breaks when its rows do', async () => {
    async function* broken(): AsyncGenerator<FrameRow> {
      yield* makeRows(1, false);
      throw await Promise.resolve(new Error('the storage is away'));
    }
    const file = Readable.from(writeParquet(broken(), frameColumns(false)));
    await expect(buffer(file)).rejects.toThrow('storage is away');
  });

  it('of six hours is never held in memory', async () => {
    setFlagsFromString('--expose_gc');
    const collect = runInNewContext('gc') as () => void;
    const held = (): number => {
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return (heapUsed + arrayBuffers) / 1e6;
    };
    const rows = later(makeRows(60_000, false)); // 120,000 rows: 30 MB of numbers, and twice that as objects
    let [most, bytes] = [0, 0];
    const before = held();
    for await (const chunk of writeParquet(rows, frameColumns(false))) {
      bytes += chunk.length;
      most = Math.max(most, held() - before);
    }
    expect(bytes).toBeGreaterThan(3e6);
    expect(most).toBeLessThan(20);
  }, 120_000);
});
