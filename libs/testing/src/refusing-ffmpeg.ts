import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface RefusingFfmpeg {
  /** What PATH has to be for a process to find it. */
  readonly path: string;
  remove(): void;
}

/** An ffmpeg in front of the installed one that fails when its arguments hold a word, and passes on all other calls. */
export function makeRefusingFfmpeg(word: string): RefusingFfmpeg {
  const folder = mkdtempSync(join(tmpdir(), 'eyeline-ffmpeg-'));
  const ffmpeg = execFileSync('sh', ['-c', 'command -v ffmpeg'], { encoding: 'utf8' }).trim();
  const script = `#!/bin/sh\ncase "$*" in *${word}*) exit 1;; esac\nexec "${ffmpeg}" "$@"\n`;
  writeFileSync(join(folder, 'ffmpeg'), script, { mode: 0o755 });
  return {
    path: [folder, process.env.PATH].join(delimiter),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
