/** A stop that has not come to its end by then is ended: whoever asked for it counts on ten seconds. */
const STOP_LIMIT_MS = 9_500;

/**
 * Resolves with the reason when the process should end: a signal, or, with a lifeline, the end of standard input,
 * which the parent holds open for as long as it lives. A process that is still there 9.5 s later, because it still
 * starts or its closing hangs, ends with the code 1.
 *
 * @param onLate is called right before that
 */
export async function stopRequested(lifeline: boolean, onLate: () => void): Promise<string> {
  const reason = await askedToStop(lifeline);
  const exit = (): void => {
    onLate();
    process.exit(1);
  };
  setTimeout(exit, STOP_LIMIT_MS).unref();
  return reason;
}

function askedToStop(lifeline: boolean): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve(signal));
    if (!lifeline) return;
    const gone = (): void => resolve('the parent is gone');
    process.stdin.on('end', gone).on('close', gone).on('error', gone);
    process.stdin.resume();
  });
}
