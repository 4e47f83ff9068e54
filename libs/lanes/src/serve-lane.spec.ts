import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';

import { AppError } from '@eyeline/contracts';

import { unpackError } from './lane-answer.js';
import { serveLane, type LaneContext } from './serve-lane.js';

const runLane = (work: (task: number, context: LaneContext) => Promise<unknown>) => {
  const { port1: ours, port2: theirs } = new MessageChannel();
  const reports: number[] = [];
  ours.on('message', (done: number) => reports.push(done));
  const answer = serveLane(work)({ task: 7, port: theirs });
  return { answer, abort: () => ours.postMessage('abort'), reports, closed: once(ours, 'close') };
};

describe('serveLane', () => {
  it('answers with the result and closes the port', async () => {
    const { answer, closed } = runLane((task) => Promise.resolve(task * 6));
    expect(await answer).toEqual({ ok: true, result: 42 });
    await closed;
  });

  it('turns the abort message into a signal and answers when the work has noticed', async () => {
    const { answer, abort } = runLane(async (_, { signal }) => {
      await once(signal, 'abort');
      signal.throwIfAborted();
    });
    abort();
    expect(await answer).toMatchObject({ ok: false });
  });

  it('reports progress at most four times a second', async () => {
    const { answer, reports, closed } = runLane((_, { reportProgress }) => {
      for (let i = 0; i < 1000; i++) reportProgress(i / 1000);
      return Promise.resolve();
    });
    await answer;
    await closed;
    expect(reports).toEqual([0]);
  });

  it('carries an error of the table over, and says no more of others than that they were internal', async () => {
    const known = await runLane(() =>
      Promise.reject(new AppError('corrupt_video', { detail: 'No picture.' })),
    ).answer;
    if (known.ok) throw new Error('must fail');
    expect(unpackError(known)).toMatchObject({ code: 'corrupt_video', detail: 'No picture.' });

    const unknown = await runLane(() => Promise.reject(new TypeError('x is not a function'))).answer;
    if (unknown.ok) throw new Error('must fail');
    const error = unpackError(unknown);
    expect(error).toMatchObject({ code: 'internal' });
    expect(JSON.stringify(error.toProblem(null))).not.toContain('not a function');
    expect((error.cause as Error).stack).toContain('x is not a function');
  });
});
