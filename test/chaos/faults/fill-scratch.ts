import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Puts a file of that size into each folder for a while. It takes no room on the disk, and is not the workers' to remove. */
export async function fillScratch(
  folders: readonly string[],
  { bytes, forMs }: { bytes: number; forMs: number },
): Promise<void> {
  const paths = folders.map((folder) => join(folder, 'filler'));
  for (const path of paths) {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'w');
    await file.truncate(bytes);
    await file.close();
  }
  await sleep(forMs);
  for (const path of paths) await rm(path);
}
