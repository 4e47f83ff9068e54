import { type Terminal } from './terminal.js';

const BAR_WIDTH = 24;
const NAME_WIDTH = 28;

export interface ProgressBars {
  /** @param share 0-1; null where nobody can tell */
  show(name: string, what: string, share: number | null): void;
  /** Takes the bar of a name away. */
  end(name: string): void;
  /** Takes all bars away for a moment, so that lines can be written. */
  hide(): void;
}

/** One line for each name, drawn over and over; nothing where there is no terminal. */
export function createProgressBars({ draw, columns }: Terminal): ProgressBars {
  const lines = new Map<string, string>();
  let drawn = 0;
  const clear = (): void => {
    // Up to the first line, and away with everything from there.
    if (drawn > 0) draw?.(`\u001b[${drawn}A\r\u001b[J`);
    drawn = 0;
  };
  const redraw = (): void => {
    clear();
    for (const line of lines.values()) draw?.(`${line.slice(0, columns - 1)}\n`);
    drawn = lines.size;
  };
  return {
    show(name, what, share) {
      const line = renderLine(name, what, share);
      if (draw === null || lines.get(name) === line) return;
      lines.set(name, line);
      redraw();
    },
    end(name) {
      if (lines.delete(name)) redraw();
    },
    hide: clear,
  };
}

function renderLine(name: string, what: string, share: number | null): string {
  const short = name.length > NAME_WIDTH ? `…${name.slice(1 - NAME_WIDTH)}` : name;
  const label = `  ${short.padEnd(NAME_WIDTH)} ${what.padEnd(11)}`;
  if (share === null) return `${label} ...`;
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `${label} ${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${percent}`;
}
