import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Evaluation } from '../evaluation.js';
import { drawReliability } from './draw-reliability.js';
import {
  formatConfusion,
  formatDecisions,
  formatHead,
  formatPerEmotion,
  formatSummary,
  formatText,
} from './format-evaluation.js';

const DOCUMENT = 'docs/models.md';
const DIAGRAMS = 'reliability';

/** Writes JSON, text and diagrams into a folder; gives the paths. */
export async function writeResults(folder: string, evaluation: Evaluation): Promise<string[]> {
  const base = join(folder, `evaluation-${evaluation.source}`);
  const files: [string, string][] = [
    [`${base}.json`, `${JSON.stringify(evaluation, null, 2)}\n`],
    [`${base}.txt`, formatText(evaluation)],
    ...evaluation.emotions.map((one): [string, string] => [
      `${base}-${one.name}.svg`,
      drawReliability(one.title, one),
    ]),
  ];
  await mkdir(folder, { recursive: true });
  for (const [path, text] of files) await writeFile(path, text);
  return files.map(([path]) => path);
}

/** Writes the tables between the marks of docs/models.md, and the diagrams beside it; gives the paths. */
export async function writeDocuments(root: string, evaluation: Evaluation): Promise<string[]> {
  const path = join(root, DOCUMENT);
  const text = placeBetweenMarks(await readFile(path, 'utf8'), evaluation.source, formatMarkdown(evaluation));
  const diagrams = evaluation.emotions.filter(({ isMain }) => isMain);
  const folder = join(root, 'docs', DIAGRAMS);
  await mkdir(folder, { recursive: true });
  for (const one of diagrams) {
    await writeFile(join(root, 'docs', diagramOf(evaluation, one.name)), drawReliability(one.title, one));
  }
  await writeFile(path, text);
  return [DOCUMENT, ...diagrams.map(({ name }) => join('docs', diagramOf(evaluation, name)))];
}

/**
 * Replaces what is between `<!-- measured NAME -->` and `<!-- end NAME -->`, or puts it, with the marks, at the end.
 *
 * @throws {Error} when one of the two is missing
 */
export function placeBetweenMarks(document: string, name: string, block: string): string {
  const [begin, end] = [`<!-- measured ${name} -->`, `<!-- end ${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  const marked = `${begin}\n\n${block.trim()}\n\n${end}`;
  if (from === -1 && to === -1) return `${document.trimEnd()}\n\n${marked}\n`;
  if (from === -1 || to < from) throw new Error(`${DOCUMENT} lacks "${from === -1 ? begin : end}".`);
  return document.slice(0, from) + marked + document.slice(to + end.length);
}

function formatMarkdown(evaluation: Evaluation): string {
  const { source, set, emotions, decisions, notes } = evaluation;
  return [
    `### ${set}`,
    '',
    ...formatHead(evaluation),
    ...['', formatSummary(evaluation)],
    ...(decisions.length === 0 ? [] : ['', formatDecisions(evaluation)]),
    ...notes.flatMap((note) => ['', `- ${note}`]).filter((line, i) => line !== '' || i === 0),
    ...emotions
      .filter(({ isMain }) => isMain)
      .flatMap((one) => [
        ...['', `#### ${set}: ${one.title}`, '', formatPerEmotion(one), '', formatConfusion(one)],
        ...['', `![Reliability diagram: ${one.title}](${diagramOf({ source }, one.name)})`],
      ]),
  ].join('\n');
}

const diagramOf = ({ source }: Pick<Evaluation, 'source'>, name: string): string =>
  `${DIAGRAMS}/${source}-${name}.svg`;
