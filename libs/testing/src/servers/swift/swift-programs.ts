import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** OpenStack Swift with its S3 interface, a Debian package each (scripts/install-programs.mjs). */
const PROGRAMS = [
  'swift-proxy-server',
  'swift-account-server',
  'swift-container-server',
  'swift-object-server',
  'memcached',
];

/** Where Debian puts them, and the Python that has Swift's modules: another one may be first on the PATH. */
export const debianProgram = (name: string): string => join('/usr/bin', name);

/** The programs of the S3 server that are not here. */
export const missingSwiftPrograms = (): string[] =>
  PROGRAMS.filter((name) => !existsSync(debianProgram(name)));
