import { readdir } from 'node:fs/promises';
import { extname } from 'node:path';

import { AppError } from '@eyeline/contracts';

import { checkFolder } from '../../commands/list-pictures.js';

const VIDEO = /^\.(3gp|avi|flv|m4v|mkv|mov|mp4|mpe?g|mts|ogv|ts|webm|wmv)$/i;

/** What is wrong with a clip, not with the program. */
const CLIP_FAULTS = new Set(['unsupported_media', 'corrupt_video', 'no_video_stream', 'timed_out']);

/**
 * Names of the videos in a folder, without those in its folders and hidden ones.
 *
 * @throws {UsageError} when it is no folder
 */
export async function listVideos(folder: string): Promise<string[]> {
  await checkFolder(folder);
  const names = await readdir(folder);
  return names.filter((name) => !name.startsWith('.') && VIDEO.test(extname(name))).sort();
}

/** In words what is wrong with a clip; null where the fault is the program's. */
export const describeClipFault = (error: unknown): string | null =>
  error instanceof AppError && CLIP_FAULTS.has(error.code) ? error.detail : null;
