import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** A file of test/fixtures: part of the repository, always there. */
export const fixture = (name: string): string => join(root, 'test/fixtures', name);

/** Real videos for testing lie beside the clone and are not part of it. */
const sharedMedia = resolve(root, '../shared/media');

export const sharedClip = (name: string): string => join(sharedMedia, name);

/**
 * `describe` where the real videos are at hand; elsewhere the tests are skipped, with a line that says why.
 */
export function describeWithSharedMedia(name: string, body: () => void): void {
  if (existsSync(sharedMedia)) return describe(name, body);
  console.warn(`skipped, the real videos of ../shared/media are not here: ${name}`);
  describe.skip(name, body);
}
