#!/usr/bin/env node
import { runEyeline } from './run.js';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // The second time somebody means it.
    if (stop.signal.aborted) process.exit(130);
    stop.abort(new Error('Stopped.'));
  });
}
// Whoever reads our output may have seen enough (`eyeline list | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const { stderr, stdout } = process;
process.exitCode = await runEyeline(
  process.argv.slice(2),
  process.env,
  {
    out: (line) => void stdout.write(`${line}\n`),
    tell: (line) => void stderr.write(`${line}\n`),
    draw: stderr.isTTY ? (text) => void stderr.write(text) : null,
    // A terminal that says nothing of its size says 0.
    columns: stderr.columns || 80,
  },
  stop.signal,
);
