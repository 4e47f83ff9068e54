// Stands in for the API and the worker: what they do does not matter to the supervisor, when they end does.
import { appendFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

const { hostname, port } = new URL(process.env.DATABASE_URL);

/** Whether the database takes connections at this moment. */
const canReachDatabase = () =>
  new Promise((done) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });

/** Ends in order on a signal, or when the parent is gone, after half a second of "handing back jobs". */
export function endInOrder(name) {
  const note = (text) => appendFileSync(join(process.env.EYELINE_DATA_DIR, 'ends.txt'), `${name}: ${text}\n`);
  let isEnding = false;
  const end = (reason) => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(async () => {
      note(`${reason}, database ${(await canReachDatabase()) ? 'up' : 'down'}`);
      process.exit(0);
    }, 500);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end('signal'));
  process.stdin.resume().on('end', () => end('parent gone'));
}
