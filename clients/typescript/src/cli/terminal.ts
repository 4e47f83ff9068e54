import { type EyelineClient } from '../client.js';
import { type Arguments } from './read-arguments.js';

/** What a command writes to. */
export interface Terminal {
  /** A line of what was asked for. */
  out(line: string): void;
  /** A line about it: errors, what to do next. */
  tell(line: string): void;
  /** Null where nobody looks at a bar: no terminal. */
  readonly draw: ((text: string) => void) | null;
  readonly columns: number;
}

/** What every command is given. */
export interface CommandContext {
  readonly client: EyelineClient;
  readonly terminal: Terminal;
  readonly args: Arguments;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Where unfinished uploads are noted. */
  readonly stateFolder: string;
}

/** Answers with the exit code. */
export type Command = (context: CommandContext) => Promise<number>;

/** The one JSON document of `--json`, or lines for people. */
export function show(
  { terminal, args }: CommandContext,
  value: unknown,
  lines: () => readonly string[],
): void {
  if (args.flags.json === true) terminal.out(JSON.stringify(value, null, 2));
  else for (const line of lines()) terminal.out(line);
}
