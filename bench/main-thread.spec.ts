import { summarize } from './main-thread.js';

const thread = (pid: number, name: string) => ({
  ...{ name: 'thread_name', ph: 'M', pid, tid: 1, ts: 0, args: { name } },
});

const task = (pid: number, name: string, ts: number, dur: number, tdur = dur) => ({
  ...{ name, ph: 'X', pid, tid: 1, ts, dur, tdur },
});

describe('summarize', () => {
  it('finds the longest tasks of the page, by the clock and by the processor, and what they were busy with', () => {
    const events = [
      ...[thread(1, 'CrRendererMain'), thread(2, 'CrBrowserMain'), thread(3, 'CrRendererMain')],
      ...[task(2, 'RunTask', 0, 900_000), task(3, 'RunTask', 0, 800_000)],
      ...[task(1, 'RunTask', 0, 30_000, 4_000), task(1, 'RunTask', 40_000, 20_000, 18_000)],
      ...[task(1, 'ThreadControllerImpl::RunTask', 40_000, 20_000, 18_000), task(1, 'Layout', 41_000, 9_000)],
    ];
    expect(summarize(events)).toEqual({ tasks: 2, longestMs: 30, longestCpuMs: 18, mostOfIt: 'Layout' });
  });

  it('says so when there is no page in the trace', () => {
    expect(() => summarize([thread(2, 'CrBrowserMain'), task(2, 'RunTask', 0, 1)])).toThrow('no task');
  });
});
