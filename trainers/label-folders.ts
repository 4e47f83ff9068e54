import { EMOTIONS } from '@eyeline/contracts';

import { readEmotionName } from '../commands/emotion-names.js';
import { listFolders } from '../commands/list-pictures.js';
import { UsageError } from '../commands/usage-error.js';

/** As many as a manifest may name. */
const MAX_LABELS = 100;
const MAX_LABEL_LENGTH = 40;

/** What is to be told apart: labels in their order, and the folders of each. */
export interface LabelledFolders {
  readonly labels: readonly string[];
  readonly folders: readonly { readonly name: string; readonly label: number }[];
}

/**
 * Folders by their names: those of emotions are ours, several of one emotion are one label, others are kept. Ours come first, in
 * the order of `EMOTIONS`, then the others by name.
 *
 * @throws {UsageError} when there is no such folder, fewer than two labels or than two of ours, too many, or too long a name
 */
export async function readLabelFolders(root: string): Promise<LabelledFolders> {
  const named = (await listFolders(root)).map((name) => ({ name, text: readEmotionName(name) ?? name }));
  const found = new Set(named.map(({ text }) => text));
  const ours = EMOTIONS.filter((emotion) => found.has(emotion));
  const others = [...found].filter((text) => !EMOTIONS.some((emotion) => emotion === text)).sort();
  const labels = [...ours, ...others];
  const refuse = (what: string): never => {
    throw new UsageError(`${what} in ${root}.`);
  };
  if (labels.length < 2) refuse(`There is nothing to tell apart: only "${labels[0]}" is`);
  if (labels.length > MAX_LABELS) {
    refuse(`A network names at most ${MAX_LABELS} labels: there are ${labels.length} folders`);
  }
  const long = others.find((text) => text.length > MAX_LABEL_LENGTH);
  if (long !== undefined) refuse(`A label has at most ${MAX_LABEL_LENGTH} letters: "${long}" is a folder`);
  if (ours.length < 2) {
    refuse(
      `Reports know ${EMOTIONS.join(', ')}: at least two folders have to be named by one of them (happy and sad, say), ` +
        `but there are ${labels.map((label) => `"${label}"`).join(', ')}`,
    );
  }
  return { labels, folders: named.map(({ name, text }) => ({ name, label: labels.indexOf(text) })) };
}
