import { execFileSync } from 'node:child_process';

/**
 * Short hash of the commit, with a plus sign if files differ from it; the documents do not count, which commands that measure
 * write themselves. `unknown` where there is no git.
 */
export function describeCommit(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--', '.', ':!docs') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? '+' : ''}`;
  } catch (error) {
    process.stderr.write(`The commit is not known: ${(error as Error).message.split('\n')[0]}\n`);
    return 'unknown';
  }
}
