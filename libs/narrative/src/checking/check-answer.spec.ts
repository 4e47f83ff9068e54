import { createMeasurements } from '../measurements.factory.js';
import { checkAnswer } from './check-answer.js';
import { ReportTimes } from './report-times.js';
import { timesInText } from './times-in-text.js';

const times = new ReportTimes(createMeasurements());
const answer = (text: string, listed: unknown = []): string =>
  JSON.stringify({ text, cited_times_s: listed });
const check = (text: string, listed: unknown = []) => checkAnswer(answer(text, listed), times);

describe('an answer', () => {
  it.each([
    ['At 0:04 the face brightens.', [4], [4]],
    ['From 0:00 to 0:03 it looked sad; at 0:07 it looked at the camera.', [0, 3.8, 7.6], [0, 3, 7]],
    ['It looked at the camera at 0:08.', [], [8]],
    ['At 6.2 s it looked up, for 1.4 seconds.', [6.2], [6.2]],
    ['At 0:00, for 3.6 s.', [], [0]],
    ['  A los 0:04 sonríe.  ', [4], [4]],
  ])('that names times of the report is taken: %s', (text, listed, cited) => {
    expect(check(text, listed)).toEqual({ text: text.trim(), citedTimesS: cited });
  });

  it.each([
    ['At 0:42 the face brightens.', [], '0:42'],
    ['At 0:04 it smiles, and at 1:00:04 again.', [], '1:00:04'],
    ['At 0:04,0:55 it smiles.', [], '0:55'],
    ['At 0:04 it smiles.', [4, 99], '1:39'],
    ['At 0:04 it smiles.', [-1], '-1'],
    ['At 0:04 it smiles, at 25 seconds again.', [], '0:25'],
    ['At 0:04 it smiles, at 25s again.', [], '0:25'],
    ['A los 0:04 sonríe, y a los 25,5 segundos también.', [], '0:25'],
    ['En el segundo 45 sonríe, como en 0:04.', [], '0:45'],
    ['Um 0:04 lächelt es, in Minute 3 auch.', [], '3:00'],
    ['At 0:04 it smiles, 14 minutes later it does not.', [], '14:00'],
    ['0:04 と 30 秒', [], '0:30'],
  ])('that invents times is refused: %s', (text, listed, named) => {
    expect(() => check(text, listed)).toThrow(`times that are not in the document: ${named}`);
  });

  it.each([
    [answer(''), 'empty'],
    [answer('   '), 'empty'],
    [answer('The face looked sad, then happy.'), 'named no time'],
    [answer('The face looked sad.', [4]), 'named no time'],
    [answer(`0:04 ${'x'.repeat(3000)}`), '3005 characters'],
    ['At 0:04 it smiles.', 'no JSON'],
    ['', 'no JSON'],
    ['{"text": "At 0:04', 'no JSON'],
    ['"At 0:04"', 'another form'],
    ['{"text":"At 0:04"}', 'another form'],
    [answer('At 0:04', ['0:04']), 'another form'],
    ['[]', 'another form'],
  ])('that is not what was asked for is refused: %#', (raw, reason) => {
    expect(() => checkAnswer(raw, times)).toThrow(reason);
  });

  it('may come in a fence', () => {
    expect(checkAnswer(`\`\`\`json\n${answer('At 0:04.')}\n\`\`\``, times).citedTimesS).toEqual([4]);
  });
});

it.each([
  ['between 1:07 and 12:34', [67, 754], []],
  ['(1:07–1:09)', [67, 69], []],
  ['1:02:03.', [3723], []],
  ['a ratio of 3:1, 3 segments, 4 scenes, 5 sections, 2 minorities', [], []],
  ['10-second smile', [], [10]],
  ['3,5 Sekunden; 3.5 sec', [], [3.5, 3.5]],
  ['после 12 секунд', [], [12]],
])('finds the times in "%s"', (text, clock, spelled) => {
  expect(timesInText(text)).toEqual({ clock, spelled });
});
