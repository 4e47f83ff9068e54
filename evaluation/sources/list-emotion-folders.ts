import { type Emotion, EMOTIONS } from '@eyeline/contracts';

import { readEmotionName } from '../../commands/emotion-names.js';
import { listFolders } from '../../commands/list-pictures.js';
import { UsageError } from '../../commands/usage-error.js';

export interface EmotionFolder {
  readonly name: string;
  readonly emotion: Emotion;
}

/**
 * The folders of pictures.
 *
 * @throws {UsageError} when there are none, or one whose name is no emotion: what is left out in silence is not measured
 */
export async function listEmotionFolders(root: string): Promise<EmotionFolder[]> {
  const names = await listFolders(root);
  const strangers = names.filter((name) => readEmotionName(name) === null);
  if (strangers.length > 0) {
    throw new UsageError(
      `No emotion of ours: ${strangers.map((name) => `"${name}"`).join(', ')} in ${root}. ` +
        `Folders are named ${EMOTIONS.join(', ')}, or by another usual spelling; move others away.`,
    );
  }
  return names.map((name) => ({ name, emotion: readEmotionName(name)! }));
}
