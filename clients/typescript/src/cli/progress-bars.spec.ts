import { createProgressBars } from './progress-bars.js';

const nobody = { out: () => undefined, tell: () => undefined, columns: 80 };

describe('createProgressBars', () => {
  it('draws a line for each name, over the lines before', () => {
    let written = '';
    const bars = createProgressBars({ ...nobody, draw: (text) => (written += text) });
    bars.show('a.mp4', 'sending', 0.5);
    bars.show('b.mp4', 'queued', null);
    expect(written).toContain('████████████░░░░░░░░░░░░');
    expect(written).toContain('50 %');
    const before = written;
    bars.show('b.mp4', 'queued', null);
    expect(written).toBe(before);
    bars.end('a.mp4');
    // Two lines up, all away, and the one that is left.
    expect(written.slice(before.length).startsWith('\u001b[2A\r\u001b[J  b.mp4 ')).toBe(true);
    bars.hide();
    expect(written.endsWith('\u001b[1A\r\u001b[J')).toBe(true);
  });

  it('keeps to the width of the terminal', () => {
    let written = '';
    const bars = createProgressBars({ ...nobody, columns: 40, draw: (text) => (written += text) });
    bars.show(`${'long'.repeat(30)}.mp4`, 'sending', 1);
    expect(written).toHaveLength(39 + '\n'.length);
  });

  it('is silent where there is no terminal', () => {
    const bars = createProgressBars({ ...nobody, draw: null });
    bars.show('a.mp4', 'sending', 0.5);
    bars.end('a.mp4');
    bars.hide();
  });
});
