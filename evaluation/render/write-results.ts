import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { type Evaluation } from '../evaluation.js';
import { type Plot } from '../measures/table.js';
import { drawLines } from './draw-lines.js';
import { drawReliability } from './draw-reliability.js';
import {
  formatConfusion,
  formatDecisions,
  formatHead,
  formatPerEmotion,
  formatSummary,
  formatText,
} from './format-evaluation.js';
import { formatTable } from './format-table.js';
import { DOCUMENT, writeIntoDocument } from './write-document.js';

const DIAGRAMS = 'reliability';
const PLOTS = 'accuracy';

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
    ...evaluation.plots.map((plot): [string, string] => [
      `${base}-${plot.name}.svg`,
      drawPlot(evaluation, plot),
    ]),
  ];
  await mkdir(folder, { recursive: true });
  for (const [path, text] of files) await writeFile(path, text);
  return files.map(([path]) => path);
}

/** Writes the tables between the marks of docs/models.md, and the diagrams beside it; gives the paths. */
export async function writeDocuments(root: string, evaluation: Evaluation): Promise<string[]> {
  const diagrams: [string, string][] = [
    ...evaluation.emotions
      .filter(({ isMain }) => isMain)
      .map((one): [string, string] => [diagramOf(evaluation, one.name), drawReliability(one.title, one)]),
    ...evaluation.plots.map((plot): [string, string] => [
      plotOf(evaluation, plot.name),
      drawPlot(evaluation, plot),
    ]),
  ].map(([name, svg]) => [join('docs', name), svg]);
  for (const [name, svg] of diagrams) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), svg);
  }
  await writeIntoDocument(root, evaluation.source, formatMarkdown(evaluation));
  return [DOCUMENT, ...diagrams.map(([name]) => name)];
}

function drawPlot({ tables }: Evaluation, plot: Plot): string {
  const table = tables.find(({ name }) => name === plot.table);
  if (table === undefined)
    throw new Error(`The plot ${plot.name} is of a table ${plot.table} that is not there.`);
  return drawLines(plot, table);
}

function formatMarkdown(evaluation: Evaluation): string {
  const { source, set, emotions, decisions, tables, plots, notes } = evaluation;
  return [
    `### ${set}`,
    '',
    ...formatHead(evaluation),
    ...(emotions.length === 0 ? [] : ['', formatSummary(evaluation)]),
    ...(decisions.length === 0 ? [] : ['', formatDecisions(evaluation)]),
    ...notes.flatMap((note) => ['', `- ${note}`]).filter((line, i) => line !== '' || i === 0),
    ...emotions
      .filter(({ isMain }) => isMain)
      .flatMap((one) => [
        ...['', `#### ${set}: ${one.title}`, '', formatPerEmotion(one), '', formatConfusion(one)],
        ...['', `![Reliability diagram: ${one.title}](${diagramOf({ source }, one.name)})`],
      ]),
    ...tables.flatMap((table) => [
      ...['', `#### ${set}: ${table.title}`, '', formatTable(table)],
      ...plots
        .filter((plot) => plot.table === table.name)
        .flatMap((plot) => ['', `![${plot.title}](${plotOf({ source }, plot.name)})`]),
    ]),
  ].join('\n');
}

const diagramOf = ({ source }: Pick<Evaluation, 'source'>, name: string): string =>
  `${DIAGRAMS}/${source}-${name}.svg`;

const plotOf = ({ source }: Pick<Evaluation, 'source'>, name: string): string =>
  `${PLOTS}/${source}-${name}.svg`;
