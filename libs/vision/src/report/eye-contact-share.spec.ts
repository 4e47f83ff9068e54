import { EyeContactShare } from './eye-contact-share.js';
import { makeFaceMoment } from './frame-moment.factory.js';

const shareOf = (...looks: ('looks' | 'away' | 'unknown')[]) => {
  const share = new EyeContactShare();
  for (const look of looks) {
    share.add(makeFaceMoment({ eyeContact: look === 'looks', eyeContactUnknown: look === 'unknown' }));
  }
  return share.result();
};

describe('EyeContactShare', () => {
  it('is the share of the observations whose eyes can be read', () => {
    expect(shareOf('looks', 'away', 'away')).toEqual({ score: 33.33, unknownShare: 0 });
    expect(shareOf('looks', 'away', 'unknown', 'unknown')).toEqual({ score: 50, unknownShare: 0.5 });
  });

  it('is not known where no eyes can be read', () => {
    expect(shareOf('unknown')).toEqual({ score: null, unknownShare: 1 });
    expect(shareOf()).toEqual({ score: null, unknownShare: null });
  });
});
