import { Progress } from './progress.js';

describe('Progress', () => {
  const told: string[] = [];
  const say = (line: string): void => void told.push(`${line}\n`);
  const terminalOf = (isTTY: boolean) => ({ isTTY, write: (text: string) => told.push(text) });

  beforeEach(() => void told.splice(0));

  it('draws a bar over itself in a terminal, and ends its line', () => {
    const progress = new Progress('trees', 4, say, terminalOf(true));
    progress.step(3);
    progress.step();
    expect(told).toEqual([`\r\x1b[K[${'#'.repeat(30)}] 100 % 4 of 4 trees\n`]);
  });

  it('says a line at the end where nobody looks', () => {
    const progress = new Progress('trees', 4, say, terminalOf(false));
    for (let i = 0; i < 4; i++) progress.step();
    expect(told).toEqual(['4 of 4 trees\n']);
  });
});
