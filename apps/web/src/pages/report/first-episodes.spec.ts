import { makeLongReport } from '../../../../../bench/long-report.js';
import { firstEpisodes } from './first-episodes.js';

describe('firstEpisodes', () => {
  const report = makeLongReport('an_1', { faces: 3, frames: 5000, framesPerS: 5 });
  const all = [
    ...report.episodes.map((episode) => ({ ...episode, kind: episode.emotion })),
    ...report.eye_contact.episodes.map((look) => ({ ...look, kind: 'eye-contact' as const })),
  ].sort((a, b) => a.start_s - b.start_s || a.face_id - b.face_id);

  it.each([null, 1, 3, 9])('are the first ones of %s in order of time', (faceId) => {
    const wanted = all.filter(({ face_id: id }) => faceId === null || id === faceId);
    for (const count of [0, 1, 24, 120, 100_000]) {
      const { episodes, total } = firstEpisodes(report, faceId, count);
      expect(episodes).toEqual(wanted.slice(0, count));
      expect(total).toBe(wanted.length);
    }
  });
});
