import { parseArgs } from 'node:util';

import { BRIEF, CALM, type Scenario, SCENARIOS } from './scenarios.js';
import { type StackKind } from './servers/start-servers.js';

const ALL: readonly Scenario[] = [CALM, BRIEF, ...SCENARIOS];

export const USAGE = `npm run chaos -- [SCENARIO ...] [--queue redis|postgres] [--storage s3|folder] [--workers N]
                 [--short] [--json] [--write]

  SCENARIO   ${ALL.map(({ name }) => name).join(' ')}
             default: all but brief, on every stack that can have the fault; calm always comes first
  --queue, --storage
             default: Redis with S3, then PostgreSQL with a folder
  --workers  worker processes, default 3
  --short    some analyses instead of more than 70, and nothing measured beforehand; default: brief
  --json     print one JSON document instead of the table
  --write    put the table of a whole run into docs/operations.md

Exit 1 when anything was lost, doubled, wrong or left behind; the logs are kept then.
`;

const STACKS: readonly StackKind[] = [
  { queue: 'redis', storage: 's3' },
  { queue: 'postgres', storage: 'folder' },
];

export interface ChaosRequest {
  readonly stacks: readonly StackKind[];
  readonly scenarios: readonly Scenario[];
  readonly workers: number;
  readonly isShort: boolean;
  readonly asJson: boolean;
  readonly write: boolean;
}

/** @throws Error in words for whoever typed them; null: they asked for help */
export function readArguments(args: string[]): ChaosRequest | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      queue: { type: 'string' },
      storage: { type: 'string' },
      workers: { type: 'string', default: '3' },
      short: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const unknown = positionals.filter((name) => !ALL.some((scenario) => scenario.name === name));
  if (unknown.length > 0) throw new Error(`There is no scenario ${unknown.join(', ')}.\n\n${USAGE}`);
  const stacks = chooseStacks(values.queue, values.storage);
  if (values.write && (positionals.length > 0 || values.short || stacks !== STACKS)) {
    throw new Error(
      '--write is for a whole run: without names of scenarios, --short, --queue and --storage.',
    );
  }
  return {
    stacks,
    scenarios: chooseScenarios(positionals, values.short),
    workers: Number(values.workers),
    isShort: values.short,
    asJson: values.json,
    write: values.write,
  };
}

function chooseScenarios(names: readonly string[], isShort: boolean): readonly Scenario[] {
  if (names.length > 0) return [BRIEF, ...SCENARIOS].filter(({ name }) => names.includes(name));
  return isShort ? [BRIEF] : SCENARIOS;
}

function chooseStacks(queue: string | undefined, storage: string | undefined): readonly StackKind[] {
  if (queue === undefined && storage === undefined) return STACKS;
  const isOf = <T extends string>(value: string | undefined, choices: readonly T[]): value is T | undefined =>
    value === undefined || (choices as readonly string[]).includes(value);
  if (!isOf(queue, ['redis', 'postgres'])) throw new Error(`There is no queue on ${queue}.`);
  if (!isOf(storage, ['s3', 'folder'])) throw new Error(`There is no storage ${storage}.`);
  const asUsual = STACKS.find((stack) => stack.queue === queue || stack.storage === storage)!;
  return [{ queue: queue ?? asUsual.queue, storage: storage ?? asUsual.storage }];
}

/** Whether a stack can have the fault. */
export const canHave = ({ queue, storage }: StackKind, { needs = {} }: Scenario): boolean =>
  (needs.queue ?? queue) === queue && (needs.storage ?? storage) === storage;
