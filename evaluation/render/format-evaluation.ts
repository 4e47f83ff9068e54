import { EMOTIONS } from '@eyeline/contracts';

import { type Evaluation } from '../evaluation.js';
import { markdownTable } from '../../bench/markdown-table.js';
import { formatTable } from './format-table.js';
import { decimals, percent } from './numbers.js';

type Emotions = Evaluation['emotions'][number];

/** What was run, on what. */
export function formatHead({ command, commit, date, counts, models }: Evaluation): string[] {
  const listed = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  return [
    `Of ${listed.join(', ')}.`,
    `Made by \`${command}\` at commit ${commit}, ${date}, with ` +
      `${models.map(({ name, version }) => `${name} ${version}`).join(', ')}.`,
  ];
}

/** Every tally in one line. */
export function formatSummary({ emotions }: Evaluation): string {
  const heads = [
    ...['read', 'faces', 'not found', 'accuracy', 'macro-F1', 'ECE'],
    ...['accuracy, not found is wrong', 'macro-F1, not found is wrong'],
    ...['uncertain', 'accuracy of these', 'of the others'],
  ];
  const rows = emotions.map((one) => [
    ...[one.title, String(one.read), String(one.missed), percent(one.accuracy), decimals(one.macroF1)],
    ...[decimals(one.calibrationError), percent(one.withMissed.accuracy), decimals(one.withMissed.macroF1)],
    ...[one.uncertain.share, one.uncertain.accuracy, one.uncertain.accuracyOfOthers].map(percent),
  ]);
  return markdownTable([heads, ...rows]);
}

export function formatPerEmotion({ perEmotion }: Emotions): string {
  const rows = perEmotion.map(({ emotion, support, precision, recall, f1 }) => [
    ...[emotion, String(support), percent(precision), percent(recall), decimals(f1)],
  ]);
  return markdownTable([['emotion', 'support', 'precision', 'recall', 'F1'], ...rows]);
}

/** A row for each truth, a column for each answer. */
export function formatConfusion({ confusion }: Emotions): string {
  const heads = ['truth / read', ...EMOTIONS, 'no face'];
  return markdownTable([heads, ...confusion.map((row, i) => [EMOTIONS[i], ...row.map(String)])]);
}

export function formatDecisions({ decisions }: Evaluation): string {
  const heads = [
    ...['yes or no', 'precision', 'recall', 'accuracy'],
    ...['right yes', 'wrong yes', 'wrong no', 'right no'],
  ];
  const rows = decisions.map((one) => [
    ...[one.title, percent(one.precision), percent(one.recall), percent(one.accuracy)],
    ...[one.truePositive, one.falsePositive, one.falseNegative, one.trueNegative].map(String),
  ]);
  return markdownTable([heads, ...rows]);
}

/** All of it, for a terminal. */
export function formatText(evaluation: Evaluation): string {
  const { emotions, decisions, tables, notes, faults } = evaluation;
  const named = faults.first.map(({ name, reason }) => `  ${name}: ${reason}`);
  return [
    evaluation.set,
    ...formatHead(evaluation),
    ...(emotions.length === 0 ? [] : ['', formatSummary(evaluation)]),
    ...(decisions.length === 0 ? [] : ['', formatDecisions(evaluation)]),
    ...emotions
      .filter(({ isMain }) => isMain)
      .flatMap((one) => ['', `${one.title}:`, '', formatPerEmotion(one), '', formatConfusion(one)]),
    ...tables.flatMap((table) => ['', `${table.title}:`, '', formatTable(table)]),
    ...notes.flatMap((note) => ['', note]),
    ...(faults.count === 0 ? [] : ['', `Left out: ${faults.count}`, ...named]),
    '',
  ].join('\n');
}
