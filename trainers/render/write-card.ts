import { type ModelManifest } from '@eyeline/vision';

import { type TrainingResult } from '../result.js';
import { formatTables, percent } from './format-result.js';

/** The card of a trained network: what it is, what it was trained and measured on, what is not known of it. */
export function writeCard(
  { name, kind, seed, labels, pictures, held_out }: TrainingResult,
  { version, license, trained_on }: ModelManifest,
  description: string,
): string {
  const counts = labels
    .map(({ label, training, held_out: held }) => `${label} ${training + held}`)
    .join(', ');
  return `# ${name} ${version}

${description}

- **Made by** \`npm run train:${kind}\`, seed ${seed}.
- **Trained on** ${trained_on.join('; ')}. Faces by label: ${counts}. Of ${pictures.files} files,
  ${pictures.unreadable.count} could not be read, and in ${pictures.without_face.count} no face was found.
- **Licence** ${license}. Whose pictures these are, and whether the people in them agreed, the trainer does not know: judge it.

## Measured

On a fifth of the faces of each label, which were not trained on: ${percent(held_out.accuracy)} of ${held_out.faces} right, macro-F1
${held_out.macro_f1.toFixed(3)}. Rows of the second table are folders, columns what was read.

${formatTables(held_out)}
The held-out faces come from the same folders. If these hold several pictures of one person or of one video, the figures say little
about others: measure on people that it has not seen, \`npm run models -- evaluate --images FOLDER --model ${name}\`.

It reads every face as one of its labels, also a face that shows none of them. Which observations count as uncertain is decided by bounds
that were set for the shipped network.
`;
}
