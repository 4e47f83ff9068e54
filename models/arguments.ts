import { parseArgs, type ParseArgsConfig } from 'node:util';

import { MODEL_ROLES, type ModelRole } from '@eyeline/vision';

import { UsageError } from '../commands/usage-error.js';

export const USAGE = `Usage: npm run models -- COMMAND [options]

  list                     the networks that there are, and which are used
  verify [NAME ...]        whether files are what their manifests say; default: all
  time [NAME ...]          how long they take for a picture; default: all
  add FILE_OR_URL          install a network beside the shipped ones
  use ROLE NAME            which network is used for a role
  remove NAME              delete a network that was added
  evaluate ...             measure networks on pictures and clips

Each has --help and --json. Networks lie in MODELS_DIR (default: models in the data folder); API, live processes
and workers read it at their start. docs/models.md tells what a manifest is.

Exit codes: 0 done; 1 failed; 2 the command line or what it names cannot be used.
`;

const HELP = {
  list: `Usage: npm run models -- list [--json]

Prints each network with its role, version, licence and origin; * is what is used.
`,
  verify: `Usage: npm run models -- verify [NAME ...] [--json]

Reads each file, holds it against its manifest, loads it in a process of its own (at most 4 GB and 60 s) and has it
look at a drawn face.

Exit codes: 0 all are right; 1 one is not; 2 the command line cannot be used.
`,
  time: `Usage: npm run models -- time [NAME ...] [--json] [--write-docs]

Times each network on this machine's processor: one thread, one picture at a time, in a process of its own. Nothing else
should be at work meanwhile.

  --write-docs        also write the table into docs/models.md; of all networks that there are

Exit codes: 0 timed; 1 one cannot be used; 2 the command line cannot be used.
`,
  add: `Usage: npm run models -- add FILE_OR_URL --sha256 HEX [--manifest FILE] [options]
       npm run models -- add FOLDER [options]

Installs an ONNX file, or what npm run train:... has written into a folder, after it was verified as "verify" does. A
download that breaks off is gone on with by the same command; addresses that are not public are refused,
unless SOURCE_ALLOWED_RANGES lets them through.

  --sha256 HEX        of the file: not needed where the manifest says it
  --manifest FILE     default: manifest.json beside the file; its "file" and "sha256" may be missing
  --accept-license    do not ask
  --json              print the installed network as JSON
  --help

Exit codes: 0 installed, or there already; 1 failed, nothing was changed; 2 the command line or the manifest cannot be
used.
`,
  use: `Usage: npm run models -- use ROLE NAME [--json]

ROLE is one of ${MODEL_ROLES.join(', ')}; NAME is one that "list" prints, or "default". It is verified first. Services
use it from their next start on. EMOTION_MODEL, where it is set, comes before it.
`,
  remove: `Usage: npm run models -- remove NAME [--json]

Deletes a network that was added. One that is used is refused: use another one first.
`,
} as const;

export type CommandName = keyof typeof HELP;

export type ModelsRequest =
  | { readonly command: 'help'; readonly text: string }
  | ({ readonly json: boolean } & (
      | { readonly command: 'list' }
      | { readonly command: 'verify'; readonly names: readonly string[] }
      | { readonly command: 'time'; readonly names: readonly string[]; readonly writeDocs: boolean }
      | AddRequest
      | { readonly command: 'use'; readonly role: ModelRole; readonly name: string }
      | { readonly command: 'remove'; readonly name: string }
    ));

export interface AddRequest {
  readonly command: 'add';
  /** As the user wrote it. */
  readonly source: string;
  /** Null: the manifest says it. */
  readonly sha256: string | null;
  /** Null: beside the file. */
  readonly manifest: string | null;
  readonly acceptLicense: boolean;
}

/**
 * @param args what follows `npm run models --`, without `evaluate`
 * @throws {UsageError}
 */
export function parseModelsArguments(args: readonly string[]): ModelsRequest {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') return { command: 'help', text: USAGE };
  if (!isCommand(name)) throw new UsageError(`There is no command "${name}".\n\n${USAGE}`);
  const refuse = (what: string): never => {
    throw new UsageError(`${what}\n\n${HELP[name]}`);
  };
  const { values, positionals } = parse(rest, OPTIONS[name] ?? {}, refuse);
  if (values.help) return { command: 'help', text: HELP[name] };
  const { json } = values;
  const take = (...what: string[]): string[] =>
    positionals.length === what.length
      ? positionals
      : refuse(`"${name}" takes ${what.join(' and ') || 'nothing'}.`);
  switch (name) {
    case 'list':
      take();
      return { command: name, json };
    case 'verify':
      return { command: name, names: positionals, json };
    case 'time': {
      const { 'write-docs': writeDocs = false } = values as TimeValues;
      if (writeDocs && positionals.length > 0) refuse('--write-docs is for all networks: it takes no names.');
      return { command: name, names: positionals, writeDocs, json };
    }
    case 'use': {
      const [role, model] = take('a role', 'a name');
      const known = MODEL_ROLES.find((one) => one === role);
      return known === undefined
        ? refuse(`"${role}" is no role: ${MODEL_ROLES.join(', ')}.`)
        : { command: name, role: known, name: model, json };
    }
    case 'remove':
      return { command: name, name: take('a name')[0], json };
    case 'add': {
      const [source] = take('a file or an address');
      const { sha256, manifest, 'accept-license': acceptLicense = false } = values as AddValues;
      if (sha256 !== undefined && !/^[0-9a-fA-F]{64}$/.test(sha256)) {
        refuse(`--sha256 is 64 hexadecimal digits, not "${sha256}".`);
      }
      return {
        ...{ command: name, source, sha256: sha256?.toLowerCase() ?? null, manifest: manifest ?? null },
        ...{ acceptLicense, json },
      };
    }
  }
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Beside --json and --help. */
const OPTIONS: Readonly<Partial<Record<CommandName, Options>>> = {
  add: {
    sha256: { type: 'string' },
    manifest: { type: 'string' },
    'accept-license': { type: 'boolean' },
  },
  time: { 'write-docs': { type: 'boolean' } },
};

interface AddValues {
  readonly sha256?: string;
  readonly manifest?: string;
  readonly 'accept-license'?: boolean;
}

interface TimeValues {
  readonly 'write-docs'?: boolean;
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(HELP, name);

function parse(args: readonly string[], options: Options, refuse: (what: string) => never) {
  try {
    const all = {
      ...options,
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: all });
    return { values: values as { json: boolean; help: boolean }, positionals };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    return refuse(`${message.split('. ')[0]}.`);
  }
}
