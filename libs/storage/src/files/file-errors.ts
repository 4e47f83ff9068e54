import { AppError } from '@eyeline/contracts';

const REASONS: Partial<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk does not work',
};

/**
 * The `code` of an error of the operating system, null for anything else. Told by its fields: under Jest such an error
 * is no instance of the `Error` that we see.
 */
export function systemCode(error: unknown): string | null {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  return code !== undefined && syscall !== undefined ? code : null;
}

/** Whether the error says that the file, or a folder on the way to it, is not there. */
export const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '');

/** Whether the error says that there is a folder where a file was meant. */
export const isFolder = (error: unknown): boolean => systemCode(error) === 'EISDIR';

/** Does work on files of a place; their errors come out as `storage_unavailable`, which names no path. */
export async function onDisk<T>(work: () => Promise<T>, place = 'The object storage'): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    throw new AppError('storage_unavailable', {
      detail: `${place} cannot do this: ${REASONS[code] ?? code}.`,
      cause: error,
    });
  }
}
