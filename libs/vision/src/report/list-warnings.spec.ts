import { makeFrame } from '../observations/observation.factory.js';
import { FrameLedger } from './frame-ledger.js';
import { listWarnings } from './list-warnings.js';

const ledgerOf = (...frames: Parameters<FrameLedger['add']>[0][]) => {
  const ledger = new FrameLedger();
  frames.forEach((frame) => ledger.add(frame));
  return ledger;
};

const fine = {
  ledger: ledgerOf(makeFrame(0)),
  gaps: [],
  framesWithFace: 1,
  maxFaces: 20,
  hasVideo: true,
  faceSidesPx: [100],
  uncertainShare: 0.19,
  unknownEyeContactShare: 0.19,
};

describe('listWarnings', () => {
  it('is silent when all is well', () => {
    expect(listWarnings(fine)).toEqual([]);
  });

  it('says when no face was found, and when no frame could be looked at', () => {
    expect(listWarnings({ ...fine, framesWithFace: 0 })).toEqual([
      { code: 'no_face', message: 'No face was found in 1 analysed frame.' },
    ]);
    const dark = ledgerOf({ ...makeFrame(0), outcome: 'skipped_dark' });
    expect(listWarnings({ ...fine, ledger: dark, framesWithFace: 0 })).toEqual([
      { code: 'no_face', message: 'No frame could be analysed, so no face was found.' },
      { code: 'dark_frames', message: '1 frame of 1 skipped: too dark to see anything.' },
    ]);
  });

  it('says when many emotions are uncertain, and when all are', () => {
    const [some] = listWarnings({ ...fine, uncertainShare: 0.314 });
    expect(some).toMatchObject({ code: 'uncertain_emotions' });
    expect(some.message).toMatch(/^In 31 % of .* left out of the averages\.$/);
    const [all] = listWarnings({ ...fine, uncertainShare: 1 });
    expect(all.message).toMatch(/^In 100 % of .* take them as a guess\.$/);
    expect(listWarnings({ ...fine, uncertainShare: null })).toEqual([]);
  });

  it('says when the eyes often cannot be read, and when they never can', () => {
    const [some] = listWarnings({ ...fine, unknownEyeContactShare: 0.2 });
    expect(some).toMatchObject({ code: 'unknown_eye_contact' });
    expect(some.message).toMatch(/^In 20 % of .* told from the others alone\.$/);
    const [all] = listWarnings({ ...fine, unknownEyeContactShare: 1 });
    expect(all.message).toMatch(/^In 100 % of .* Eye contact is not known\.$/);
    expect(listWarnings({ ...fine, unknownEyeContactShare: null })).toEqual([]);
  });

  it('counts people whose eyes are too small to read', () => {
    const [warning] = listWarnings({ ...fine, faceSidesPx: [40, 63.9, 64] });
    expect(warning).toMatchObject({ code: 'small_faces' });
    expect(warning.message).toMatch(/^2 of 3 people are shown with a face smaller than 64 pixels/);
  });

  it('tells of failed frames, gaps and crowds', () => {
    const ledger = ledgerOf({ ...makeFrame(0), outcome: 'failed' }, { ...makeFrame(1), facesDropped: 3 });
    const gaps = [{ start_s: 2, end_s: 4.5, reason: 'truncated' as const }];
    expect(listWarnings({ ...fine, ledger, gaps, maxFaces: 1 })).toEqual([
      { code: 'frames_failed', message: '1 frame of 2 could not be analysed because of an error.' },
      {
        code: 'gaps',
        message:
          '1 stretch of the video, 2.5 s in all, could not be decoded (the file is cut short): ' +
          'see sampling.gaps. The numbers speak for the rest.',
      },
      {
        code: 'too_many_faces',
        message: '1 frame showed more than 1 face (max_faces): only the largest were analysed.',
      },
    ]);
  });
});
