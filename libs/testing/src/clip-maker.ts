import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes clips with ffmpeg in a temporary folder of its own. */
export class ClipMaker {
  readonly folder = mkdtempSync(join(tmpdir(), 'eyeline-clips-'));

  /** ffmpeg with these arguments; the result's path. */
  make(name: string, ...args: string[]): string {
    const path = join(this.folder, name);
    execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args, path]);
    return path;
  }

  /** A clip whose pictures tell their number: frame N is a grey of luma 16 + 2 N. */
  makeNumbered(name: string, fps: number, frames: number, ...args: string[]): string {
    const black = `color=black:s=64x64:r=${fps}:d=${frames / fps},format=yuv420p`;
    return this.make(name, '-f', 'lavfi', '-i', `${black},geq=lum='16+2*N':cb=128:cr=128`, ...args);
  }

  write(name: string, bytes: Uint8Array | string): string {
    const path = join(this.folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
