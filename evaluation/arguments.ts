import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

import { UsageError } from '../commands/usage-error.js';

export const SPLITS = ['private', 'public', 'training'] as const;

export type Split = (typeof SPLITS)[number];

const SOURCES = ['fer2013', 'images', 'clips', 'drawn'] as const;

export const USAGE = `Usage: npm run models -- evaluate --images FOLDER | --fer2013 FILE | --clips FOLDER | --drawn FOLDER [options]

Measures the networks as they are shipped, on the product's own path: decode, detect, align, classify.

  --images FOLDER   pictures (JPEG, PNG, WebP) in folders named by emotion: angry, disgust, fear, happy,
                    sad, surprise, neutral, or another usual spelling (anger, happiness, fearful, ...);
                    the largest face of each picture counts
  --fer2013 FILE    fer2013.npz (read by evaluation/export_fer2013.py: needs python3 with numpy),
                    or a folder that this script has written
  --clips FOLDER    videos, each with NAME.truth.json beside it as in test/fixtures; 5 frames a second,
                    and for blinks every frame, where the truth counts them (test/truth/README.md)
  --drawn FOLDER    pictures with truth.jsonl beside them, as training/drawn makes them: head pose, gaze,
                    landmarks, open eyes, eye contact

  --truth FOLDER    of clips: where the truths are, if not beside the videos
  --boxes FILE      of clips, instead of truths: the boxes of the faces in every frame, {"clip.mp4": {"width",
                    "height", "frames": [[[score, x, y, w, h], ...], ...]}}; measures the detector alone
  --split NAME      of FER2013: private (default), public, training
  --model NAME      emotion network to measure instead of the default one
  --lanes N         threads; default: cores
  --json            print one JSON document on standard output instead of tables
  --out FOLDER      also write the results there, with diagrams (SVG)
  --write-docs      also write the tables into docs/models.md
  --help

Exit codes: 0 measured; 1 failed; 2 the command line or what it names cannot be used.
`;

export interface EvaluateRequest {
  readonly source: (typeof SOURCES)[number];
  /** File or folder as the user wrote it. */
  readonly path: string;
  readonly split: Split;
  /** Folder of the truths of clips as the user wrote it; null: beside the videos. */
  readonly truth: string | null;
  /** File with the boxes of faces in clips as the user wrote it; null: clips have truths. */
  readonly boxes: string | null;
  /** Name of the emotion network; null: the default one. */
  readonly model: string | null;
  readonly lanes: number;
  readonly json: boolean;
  readonly out: string | null;
  readonly writeDocs: boolean;
}

/**
 * @param args what follows `npm run models --`
 * @returns null when help is asked for
 * @throws {UsageError}
 */
export function parseArguments(args: readonly string[]): EvaluateRequest | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  if (positionals.length !== 1 || positionals[0] !== 'evaluate') {
    const given = positionals.length === 0 ? 'nothing' : `"${positionals.join(' ')}"`;
    throw new UsageError(`What there is to do is "evaluate", not ${given}.\n\n${USAGE}`);
  }
  const given = SOURCES.filter((name) => values[name] !== undefined);
  if (given.length !== 1) {
    throw new UsageError(`Give one of --images, --fer2013, --clips and --drawn.\n\n${USAGE}`);
  }
  const [source] = given;
  if (values[source] === '') throw new UsageError(`--${source} needs a path.`);
  if (values.split !== undefined && source !== 'fer2013') {
    throw new UsageError('--split is for --fer2013 alone.');
  }
  if (values.truth !== undefined && source !== 'clips') throw new UsageError('--truth is for --clips alone.');
  if (values.boxes !== undefined) {
    if (source !== 'clips') throw new UsageError('--boxes is for --clips alone.');
    if (values.truth !== undefined)
      throw new UsageError('Clips are measured by --boxes or by --truth, not by both.');
    if (values.boxes === '') throw new UsageError('--boxes needs a path.');
  }
  if (values.model !== undefined && values['write-docs']) {
    throw new UsageError(
      'The tables of docs/models.md are those of the default network: no --model with --write-docs.',
    );
  }
  return {
    ...{
      source,
      path: values[source]!,
      split: readSplit(values.split),
      truth: values.truth ?? null,
      boxes: values.boxes ?? null,
      model: values.model ?? null,
    },
    lanes: readLanes(values.lanes),
    ...{ json: values.json, out: values.out ?? null, writeDocs: values['write-docs'] },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        images: { type: 'string' },
        fer2013: { type: 'string' },
        clips: { type: 'string' },
        truth: { type: 'string' },
        boxes: { type: 'string' },
        drawn: { type: 'string' },
        split: { type: 'string' },
        model: { type: 'string' },
        lanes: { type: 'string' },
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
        'write-docs': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError(`${message.split('. ')[0]}.\n\n${USAGE}`);
  }
}

function readSplit(text = 'private'): Split {
  const split = SPLITS.find((name) => name === text);
  if (split === undefined) throw new UsageError(`--split is one of ${SPLITS.join(', ')}, not "${text}".`);
  return split;
}

function readLanes(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  const lanes = Number(text);
  if (!Number.isInteger(lanes) || lanes < 1 || lanes > 256) {
    throw new UsageError(`--lanes is a number from 1 to 256, not "${text}".`);
  }
  return lanes;
}
