import { type Style } from '../terminal/style.js';

const BAR_WIDTH = 28;
/** Without a terminal to redraw on, a line is printed each time so much more is done. */
const PLAIN_STEP = 0.25;

export interface ProgressDisplay {
  /** @param share 0-1; null where nobody can tell */
  show(what: string, share: number | null): void;
  /** Takes the bar away, so that other lines can follow. */
  clear(): void;
}

const percent = (share: number): string => `${Math.floor(share * 100)} %`.padStart(5);

export function renderBar(share: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** One line that is drawn over and over. */
function createRedrawnDisplay(write: (text: string) => void, style: Style): ProgressDisplay {
  let shown = '';
  return {
    show(what, share) {
      const bar =
        share === null ? '...' : `${style.paint('cyan', renderBar(share, BAR_WIDTH))} ${percent(share)}`;
      const line = `  ${what.padEnd(12)} ${bar}`;
      if (line === shown) return;
      shown = line;
      write(`\r${line}\u001b[K`);
    },
    clear() {
      if (shown !== '') write('\r\u001b[K');
      shown = '';
    },
  };
}

function createPlainDisplay(write: (text: string) => void): ProgressDisplay {
  let lastWhat = '';
  let lastShare = 0;
  return {
    show(what, share) {
      if (what === lastWhat && (share ?? 0) < lastShare + PLAIN_STEP) return;
      lastWhat = what;
      lastShare = share ?? 0;
      write(`  ${what.padEnd(12)} ${share === null ? '  ...' : percent(share)}\n`);
    },
    clear: () => undefined,
  };
}

export const createProgressDisplay = (
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  style: Style,
): ProgressDisplay => {
  const write = (text: string) => void stream.write(text);
  return stream.isTTY === true ? createRedrawnDisplay(write, style) : createPlainDisplay(write);
};
