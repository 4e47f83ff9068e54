import { EyeContactEpisodes } from './eye-contact-episodes.js';
import { makeFaceMoment, makeMoment } from './frame-moment.factory.js';

const LOOKS = {
  L: { eyeContact: true },
  a: { eyeContact: false },
  c: { eyeContact: false, eyesOpen: false },
  '?': { eyeContact: false, eyeContactUnknown: true },
};

/** One person at 5 frames/s: L looks, a looks away, c has the eyes closed, ? has eyes too small to tell, . is not seen. */
function episodesOf(gazes: string) {
  const episodes = new EyeContactEpisodes();
  [...gazes].forEach((gaze, i) =>
    episodes.add(
      makeMoment(i / 5, gaze === '.' ? [] : [makeFaceMoment(LOOKS[gaze as keyof typeof LOOKS])], (i + 1) / 5),
    ),
  );
  const { episodes: found, longestS } = episodes.result();
  return { found: found.map(({ start_s, end_s }) => [start_s, end_s]), longestS };
}

describe('EyeContactEpisodes', () => {
  it('ends an episode one sampling step after the last look', () => {
    expect(episodesOf('aLLLaa')).toEqual({ found: [[0.2, 0.8]], longestS: 0.6 });
  });

  it('bridges a blink of 0.4 s, not a longer one', () => {
    expect(episodesOf('LLccLL').found).toEqual([[0, 1.2]]);
    expect(episodesOf('LLcccLL').found).toEqual([[0, 0.4], [1, 1.4]]); // prettier-ignore
  });

  it('does not bridge a look elsewhere', () => {
    expect(episodesOf('LLaLLL')).toEqual({ found: [[0, 0.4], [0.6, 1.2]], longestS: 0.6 }); // prettier-ignore
    expect(episodesOf('LLcaLL').found).toEqual([[0, 0.4], [0.8, 1.2]]); // prettier-ignore
  });

  it('bridges a detector that missed the face for a moment', () => {
    expect(episodesOf('LL.LL').found).toEqual([[0, 1]]);
    expect(episodesOf('LL...LL').found).toHaveLength(2);
  });

  it('bridges eyes that cannot be read for a moment, and takes no longer stretch of them for a look', () => {
    expect(episodesOf('LL??LL').found).toEqual([[0, 1.2]]);
    expect(episodesOf('LL????').found).toEqual([[0, 0.4]]);
    expect(episodesOf('????').found).toEqual([]);
  });

  it('leaves out glances shorter than 0.2 s', () => {
    const episodes = new EyeContactEpisodes();
    episodes.add(makeMoment(0, [makeFaceMoment({ eyeContact: true })], 0.1));
    episodes.add(makeMoment(0.1, [makeFaceMoment({ eyeContact: false })], 0.2));
    expect(episodes.result()).toEqual({ longestS: 0, episodes: [] });
  });

  it('keeps people apart and gives episodes in order of time', () => {
    const episodes = new EyeContactEpisodes();
    const look = (faceId: number, eyeContact: boolean) => makeFaceMoment({ faceId, eyeContact });
    episodes.add(makeMoment(0, [look(1, false), look(2, true)]));
    episodes.add(makeMoment(0.2, [look(1, true), look(2, true)]));
    episodes.add(makeMoment(0.4, [look(1, true), look(2, false)]));
    expect(episodes.result().episodes).toEqual([
      { face_id: 2, start_s: 0, end_s: 0.4 },
      { face_id: 1, start_s: 0.2, end_s: 0.6 },
    ]);
  });
});
