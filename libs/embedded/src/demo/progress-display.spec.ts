import { stripVTControlCharacters } from 'node:util';

import { createStyle } from '../terminal/style.js';
import { createProgressDisplay } from './progress-display.js';

function record(isTTY: boolean) {
  let text = '';
  const display = createProgressDisplay(
    { isTTY, write: (part: string) => (text += part) },
    createStyle(false),
  );
  return { display, written: () => text };
}

describe('createProgressDisplay', () => {
  it('redraws one line on a terminal, and takes it away', () => {
    const { display, written } = record(true);
    display.show('Analyzing', 0.1);
    display.show('Analyzing', 0.1);
    display.show('Analyzing', 0.5);
    display.clear();
    expect(written()).not.toContain('\n');
    expect(written().split('\r')).toHaveLength(4); // two drawings, one removal
    expect(written()).toMatch(/Analyzing +█{14}░{14} +50 %/);
  });

  it('prints few plain lines elsewhere', () => {
    const { display, written } = record(false);
    for (let i = 0; i <= 100; i++) display.show('Analyzing', i / 100);
    display.clear();
    expect(written().trimEnd().split('\n')).toHaveLength(5);
    expect(stripVTControlCharacters(written())).toBe(written());
    expect(written()).not.toContain('\r');
  });
});
