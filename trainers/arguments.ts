import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { UsageError } from '../commands/usage-error.js';

export const KINDS = ['landmarks', 'head'] as const;

export type TrainingKind = (typeof KINDS)[number];

const DEFAULT_SEED = 1;

const WHAT: Readonly<Record<TrainingKind, string>> = {
  landmarks: `Trains a forest of 200 trees on the form of faces: 68 landmarks, turned upright and scaled, 136 numbers a face. It never
sees the picture itself. For clear expressions and a few hundred pictures.`,
  head: `Trains a new last layer of the emotion network (softmax regression on its features), so that what that one has learned
serves your labels. For a few hundred pictures.`,
};

/** @param kind of the command that is asked about */
export const usageOf = (
  kind: TrainingKind,
): string => `Usage: npm run train:${kind} -- --data FOLDER --out DIR [options]

${WHAT[kind]}

  --data FOLDER     pictures (JPEG, PNG, WebP) in folders; a folder's name is its label. Names of the seven emotions
                    and usual spellings of them (anger, joy, ...) become ours, other names are kept; two of them have to be
                    ours. The largest face of each picture counts
  --out DIR         where model.onnx, manifest.json and MODEL_CARD.md go; it must not be there yet
  --name NAME       what the network is called; default: the name of DIR
  --license TEXT    what the manifest says of your rights in it; default: "not stated"
  --seed N          of the split and of the training; the same pictures and seed give the same network; default: ${DEFAULT_SEED}
${kind === 'head' ? '  --model NAME      emotion network to take the features of; default: the one in use\n' : ''}  --lanes N         threads that look at pictures; default: cores
  --json            print one JSON document on standard output instead of tables
  --help

A fifth of the faces of each label is held out, and measured on. npm run models -- add DIR installs the result.

Exit codes: 0 trained; 1 failed; 2 the command line or what it names cannot be used. DIR is there as a whole or not at
all.
`;

export interface TrainingRequest {
  readonly kind: TrainingKind;
  /** Absolute. */
  readonly data: string;
  /** Absolute. */
  readonly out: string;
  readonly name: string;
  readonly license: string;
  readonly seed: number;
  /** Name of the emotion network; null: the one in use. */
  readonly model: string | null;
  readonly lanes: number;
  readonly json: boolean;
}

/**
 * @param args what follows `npm run train:KIND --`
 * @param base folder that relative paths start from
 * @returns null when help is asked for
 * @throws {UsageError}
 */
export function parseTrainingArguments(
  kind: TrainingKind,
  args: readonly string[],
  base: string,
): TrainingRequest | null {
  const values = parse(kind, args);
  if (values.help === true) return null;
  const { data = '', out = '' } = values;
  if (data === '' || out === '') throw new UsageError(`Give --data and --out.\n\n${usageOf(kind)}`);
  const target = resolve(base, out);
  const name = values.name ?? basename(target);
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(name)) {
    throw new UsageError(
      `"${name}" is no name for a network (small letters, digits, ".", "_" and "-"): give one with --name.`,
    );
  }
  return {
    ...{ kind, name, data: resolve(base, data), out: target, license: values.license || 'not stated' },
    seed: readNumber('seed', values.seed, { from: 0, to: 2 ** 32 - 1, otherwise: DEFAULT_SEED }),
    lanes: readNumber('lanes', values.lanes, { from: 1, to: 256, otherwise: availableParallelism() }),
    ...{ model: values.model ?? null, json: values.json === true },
  };
}

function parse(kind: TrainingKind, args: readonly string[]) {
  const refuse = (what: string): never => {
    throw new UsageError(`${what}\n\n${usageOf(kind)}`);
  };
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ data: { type: 'string' }, out: { type: 'string' }, name: { type: 'string' } },
        ...{ license: { type: 'string' }, seed: { type: 'string' }, model: { type: 'string' } },
        ...{ lanes: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      },
    });
    if (values.model !== undefined && kind !== 'head') refuse('--model is for train:head alone.');
    return values;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    return refuse(`${message.split('. ')[0]}.`);
  }
}

function readNumber(
  name: string,
  text: string | undefined,
  { from, to, otherwise }: { readonly from: number; readonly to: number; readonly otherwise: number },
): number {
  if (text === undefined) return otherwise;
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new UsageError(`--${name} is a whole number from ${from} to ${to}, not "${text}".`);
}
