/**
 * Resolves with the reason when the process should end: a signal, or, with a lifeline, the end of standard input,
 * which the parent holds open for as long as it lives.
 */
export function stopRequested(lifeline: boolean): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve(signal));
    if (!lifeline) return;
    const gone = (): void => resolve('the parent is gone');
    process.stdin.on('end', gone).on('close', gone).on('error', gone);
    process.stdin.resume();
  });
}
