import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** The text of a file of the project, by its path from the top. */
export const readProjectFile = (path: string): string => readFileSync(join(root, path), 'utf8');
