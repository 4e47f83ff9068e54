import { AttemptBeat, type Say } from './attempt-beat.js';
import { StaleJob } from './stale-job.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const setUp = (say: Say) => {
  const errors: unknown[] = [];
  const beat = new AttemptBeat({ say, onError: (error) => errors.push(error), periodMs: 500 });
  return { beat, errors };
};

it('says what was told last, at its pace, until it is stopped', async () => {
  const said: string[] = [];
  const saying = (word: string) => () => Promise.resolve(said.push(word) > 0);
  const { beat } = setUp(saying('alive'));
  await jest.advanceTimersByTimeAsync(500);
  beat.tell(saying('one'));
  beat.tell(saying('two'));
  await jest.advanceTimersByTimeAsync(1000);
  await beat.stop();
  await jest.advanceTimersByTimeAsync(5000);
  expect(said).toEqual(['alive', 'two', 'two']);
  expect(beat.signal.aborted).toBe(false);
});

it('waits for a slow beat instead of piling up more', async () => {
  let running = 0;
  let most = 0;
  const { beat } = setUp(async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    running--;
    return true;
  });
  await jest.advanceTimersByTimeAsync(10_000);
  const stopped = beat.stop();
  await jest.advanceTimersByTimeAsync(3000);
  await stopped;
  expect([most, running]).toEqual([1, 0]);
});

it('aborts the work when the analysis needs it no more', async () => {
  const { beat } = setUp(() => Promise.resolve(false));
  await jest.advanceTimersByTimeAsync(600);
  await beat.stop();
  expect(beat.signal.reason).toBeInstanceOf(StaleJob);
});

it('goes on after a failed beat', async () => {
  let calls = 0;
  const { beat, errors } = setUp(() =>
    ++calls === 1 ? Promise.reject(new Error('down')) : Promise.resolve(true),
  );
  await jest.advanceTimersByTimeAsync(1000);
  await beat.stop();
  expect([calls, errors.length, beat.signal.aborted]).toEqual([2, 1, false]);
});
