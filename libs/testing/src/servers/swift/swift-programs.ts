import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** OpenStack Swift with its S3 interface: what has to be on the PATH (Debian: a package each, see install-programs.mjs). */
const SWIFT_PROGRAMS = [
  'swift-proxy-server',
  'swift-account-server',
  'swift-container-server',
  'swift-object-server',
  'memcached',
];

/** The programs of the S3 server that are not on the PATH. */
export const missingSwiftPrograms = (): string[] => SWIFT_PROGRAMS.filter((name) => !isOnPath(name));

function isOnPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw error;
    }
  });
}
