import { type Analysis } from '@eyeline/client/browser';

/** Where uploads of this dashboard keep the name of the file: the service itself ignores it. */
export const NAME_FIELD = 'file_name';

/** What people call an analysis: the name of its file, else what its sender called it, else its id. */
export function nameOf({ id, metadata, tag }: Pick<Analysis, 'id' | 'metadata' | 'tag'>): string {
  const name = metadata[NAME_FIELD] ?? metadata.name ?? metadata.filename;
  return typeof name === 'string' && name.trim() !== '' ? name : (tag ?? id);
}
