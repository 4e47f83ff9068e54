import { homedir } from 'node:os';
import { join } from 'node:path';

import { EyelineError } from '../eyeline-error.js';
import { createClient } from '../index.js';
import { analyzeCommand } from './commands/analyze.js';
import { cancelCommand, listCommand, reportCommand, statusCommand } from './commands/analyses.js';
import { webhooksCommand } from './commands/webhooks.js';
import { type Arguments, type CommandName, readArguments, textOf } from './read-arguments.js';
import { type Command, type Terminal } from './terminal.js';
import { USAGE, UsageError, VERSION } from './usage.js';

const COMMANDS: Record<CommandName, Command> = {
  analyze: analyzeCommand,
  status: statusCommand,
  report: reportCommand,
  cancel: cancelCommand,
  list: listCommand,
  webhooks: webhooksCommand,
};

const INTERRUPTED = 130;

/** The environment, as far as the command looks at it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Does what a command line says. @returns the exit code */
export async function runEyeline(
  argv: readonly string[],
  environment: Environment,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  try {
    const args = readArguments(argv);
    if (args.flags.version === true) return print(terminal, VERSION);
    if (args.flags.help === true) return print(terminal, USAGE);
    if (args.command === null) throw new UsageError('What shall be done?');
    return await COMMANDS[args.command]({
      ...{ args, terminal, signal },
      client: connectAs(args, environment),
      stateFolder: join(environment.XDG_STATE_HOME ?? join(homedir(), '.local/state'), 'eyeline'),
    });
  } catch (error) {
    if (signal.aborted) return INTERRUPTED;
    if (error instanceof UsageError) {
      terminal.tell(`${error.message}\nHelp: eyeline --help`);
      return 2;
    }
    if (!(error instanceof EyelineError)) throw error;
    terminal.tell(explain(error));
    return 1;
  }
}

function print(terminal: Terminal, text: string): number {
  terminal.out(text);
  return 0;
}

/** @throws UsageError */
function connectAs(args: Arguments, { EYELINE_URL, EYELINE_API_KEY }: Environment) {
  const baseUrl = textOf(args, 'url') ?? (EYELINE_URL || 'http://127.0.0.1:3000');
  if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl)) {
    throw new UsageError(`The address of the service has to begin with http:// or https://, not ${baseUrl}.`);
  }
  return createClient({ baseUrl, ...(EYELINE_API_KEY ? { apiKey: EYELINE_API_KEY } : {}) });
}

function explain({ message, errors, requestId, code }: EyelineError): string {
  const fields = errors.map(({ pointer, message: text }) => `  ${pointer || 'the request'}: ${text}`);
  const hints: Partial<Record<typeof code, string>> = {
    unauthorized: 'Put a key into EYELINE_API_KEY; npm run keys -- create NAME makes one.',
    unreachable: 'Is it up (npm start), and is EYELINE_URL its address?',
  };
  const request = requestId === null ? [] : [`Request ${requestId}`];
  return [message, ...fields, ...(hints[code] === undefined ? [] : [hints[code]]), ...request].join('\n');
}
