import { parseArgs, type ParseArgsConfig } from 'node:util';

import { UsageError } from './usage.js';

const EVERYWHERE = {
  json: { type: 'boolean', default: false },
  url: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** Which options each command takes, beside those of all. */
const COMMANDS = {
  analyze: {
    wait: { type: 'boolean', default: false },
    out: { type: 'string' },
    frames: { type: 'string' },
    option: { type: 'string', multiple: true },
    tag: { type: 'string' },
    metadata: { type: 'string' },
    'webhook-url': { type: 'string' },
  },
  status: {},
  report: {},
  cancel: {},
  list: { status: { type: 'string' }, tag: { type: 'string' }, limit: { type: 'string' } },
  webhooks: { event: { type: 'string', multiple: true } },
} as const satisfies Record<string, ParseArgsConfig['options']>;

export type CommandName = keyof typeof COMMANDS;

export interface Arguments {
  /** Null: nothing was asked for but help, or nothing at all. */
  readonly command: CommandName | null;
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** @throws UsageError */
export function readArguments(argv: readonly string[]): Arguments {
  // Options of all commands may stand before the command, the others after it.
  const [name] = parseArgs({
    args: [...argv],
    options: EVERYWHERE,
    allowPositionals: true,
    strict: false,
  }).positionals;
  if (name !== undefined && !Object.hasOwn(COMMANDS, name))
    throw new UsageError(`There is no command ${name}.`);
  const command = (name ?? null) as CommandName | null;
  const own = command === null ? {} : COMMANDS[command];
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...EVERYWHERE, ...own },
      allowPositionals: true,
    });
    return { command, words: positionals.slice(1), flags: values };
  } catch (error) {
    // The code of what parseArgs says of a command line; everything else is a mistake of ours.
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') !== true) throw error;
    throw new UsageError((error as Error).message);
  }
}

/** The text of an option that was given. */
export function textOf({ flags }: Arguments, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

/** The one word that a command takes. @throws UsageError */
export function onlyWord({ words }: Arguments, what: string): string {
  if (words.length !== 1) throw new UsageError(`One ${what} is wanted here, and ${words.length} were given.`);
  return words[0];
}
