// A lane for tests that speaks the protocol of serve-lane.ts and does what its task names.
import { threadId } from 'node:worker_threads';

const ways = {
  answer: () => Promise.resolve({ ok: true, result: threadId }),
  answerLate: () => new Promise((resolve) => setTimeout(() => resolve({ ok: true, result: threadId }), 300)),
  crash: () =>
    new Promise(() => {
      setTimeout(() => {
        throw new Error('the thread is lost');
      }, 5);
    }),
  vanish: () =>
    new Promise(() => {
      setTimeout(() => process.exit(3), 5);
    }),
  waitForAbort: (port) =>
    new Promise((resolve) => {
      port.postMessage(0.5);
      // It takes its time, as an inference does.
      port.on('message', () => setTimeout(() => resolve({ ok: false, code: 'internal' }), 100));
    }),
};

export default async ({ task, port }) => {
  const answer = await ways[task](port);
  port.close();
  return answer;
};
