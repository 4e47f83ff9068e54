import { parseArgs } from 'node:util';
import { type Scope, SCOPES } from '@eyeline/contracts';
import { type NewApiKey } from '@eyeline/database';

import { DEFAULT_PROJECT } from './caller.js';

const DEFAULT_SCOPES: readonly Scope[] = ['analyses:read', 'analyses:write'];

export const USAGE = `Usage: npm run --silent keys -- COMMAND

  create NAME [--project P] [--scopes A,B]   make a key and print it, this once
  list                                       show all keys, never the secret itself
  revoke ID_OR_PREFIX                        end a key; within 5 s nobody gets in with it

  --project P    whose data the key sees (default: ${DEFAULT_PROJECT})
  --scopes A,B   what it may do (default: ${DEFAULT_SCOPES.join(',')}), of:
                 ${SCOPES.join(', ')} (admin includes all)
  --json         print JSON on standard output
  --help         print this

The database is that of DATABASE_URL, or of the Eyeline that runs on the data folder (EYELINE_DATA_DIR, .eyeline).`;

export type KeysRequest =
  | { readonly command: 'help' }
  | { readonly command: 'create'; readonly json: boolean; readonly key: NewApiKey }
  | { readonly command: 'list'; readonly json: boolean }
  | { readonly command: 'revoke'; readonly json: boolean; readonly name: string };

/** A command line that cannot be followed. */
export class UsageError extends Error {}

/** @throws {UsageError} that names the mistake */
export function parseKeysArguments(args: readonly string[]): KeysRequest {
  const { values, positionals } = readOptions(args);
  if (values.help) return { command: 'help' };
  const [command, ...rest] = positionals;
  const { json } = values;
  if (command !== 'create' && (values.project !== undefined || values.scopes !== undefined)) {
    throw new UsageError('--project and --scopes belong to create.');
  }
  switch (command) {
    case 'create':
      return {
        command,
        json,
        key: {
          name: checkName(only(rest, 'create NAME')),
          projectId: checkProject(values.project ?? DEFAULT_PROJECT),
          scopes: values.scopes === undefined ? DEFAULT_SCOPES : checkScopes(values.scopes),
        },
      };
    case 'list':
      if (rest.length > 0) throw new UsageError(`list takes nothing more: ${rest[0]}`);
      return { command, json };
    case 'revoke':
      return { command, json, name: only(rest, 'revoke ID_OR_PREFIX') };
    default:
      throw new UsageError(command === undefined ? 'Say what to do.' : `There is no command ${command}.`);
  }
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        project: { type: 'string' },
        scopes: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError(`${message.split('. ')[0]}.`);
  }
}

function only(values: readonly string[], form: string): string {
  if (values.length !== 1) throw new UsageError(`It is: ${form}`);
  return values[0];
}

function checkName(name: string): string {
  if (/^[^\p{C}]{1,100}$/u.test(name) && name.trim() !== '') return name;
  throw new UsageError('A name has 1 to 100 characters, on one line.');
}

function checkProject(project: string): string {
  if (/^[a-z0-9][a-z0-9._-]{0,62}$/i.test(project)) return project;
  throw new UsageError('The name of a project has 1 to 63 letters, digits, dots, dashes and underscores.');
}

function checkScopes(list: string): Scope[] {
  const names = list.split(',').map((name) => name.trim());
  const isScope = (name: string): name is Scope => (SCOPES as readonly string[]).includes(name);
  const wrong = names.find((name) => !isScope(name));
  if (wrong !== undefined) {
    throw new UsageError(`There is no scope "${wrong}". There are: ${SCOPES.join(', ')}`);
  }
  return [...new Set(names.filter(isScope))];
}
