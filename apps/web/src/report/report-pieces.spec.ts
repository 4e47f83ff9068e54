import { type Report } from '@eyeline/client/browser';

import { makeLongReport } from '../../../../bench/long-report.js';
import { ReportJoiner, splitReport } from './report-pieces.js';

const join = (report: Report): Report => {
  const joiner = new ReportJoiner();
  for (const piece of splitReport(report)) joiner.add(structuredClone(piece));
  return joiner.finish();
};

describe('the pieces of a report', () => {
  const report = makeLongReport('an_1', { faces: 3, frames: 20_000, framesPerS: 5 });

  it('make the same report', () => {
    expect(join(report)).toEqual(report);
  });

  it('are the same of a report without entries', () => {
    const empty: Report = {
      ...{ ...report, timeline: [], episodes: [] },
      eye_contact: { ...report.eye_contact, episodes: [] },
    };
    expect(join(empty)).toEqual(empty);
  });

  it('are short, however long the report is', () => {
    const lengths = [...splitReport(report)].map((piece) =>
      piece.kind === 'head' ? 0 : piece.entries.length,
    );
    expect(lengths.filter((length) => length > 0).length).toBeGreaterThan(5);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1000);
  });
});
