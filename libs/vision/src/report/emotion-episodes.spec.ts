import { EmotionEpisodes } from './emotion-episodes.js';
import { makeFaceMoment, makeMoment } from './frame-moment.factory.js';

const happy = (probability = 0.8) =>
  makeFaceMoment({ emotions: { happy: probability, sad: 1 - probability } });
const sad = () => makeFaceMoment({ emotions: { sad: 1 } });

describe('EmotionEpisodes', () => {
  it('gives runs of the dominant emotion that touch, with their mean probability', () => {
    const episodes = new EmotionEpisodes();
    [happy(0.9), happy(0.8), happy(0.7), sad(), sad(), sad()].forEach((face, i) =>
      episodes.add(makeMoment(i / 5, [face], (i + 1) / 5)),
    );
    expect(episodes.result()).toEqual([
      { face_id: 1, emotion: 'happy', start_s: 0, end_s: 0.6, mean_probability: 0.8 },
      { face_id: 1, emotion: 'sad', start_s: 0.6, end_s: 1.2, mean_probability: 1 },
    ]);
  });

  it('leaves out runs shorter than half a second', () => {
    const episodes = new EmotionEpisodes();
    [happy(), happy(), happy(), sad(), sad(), happy(), happy(), happy()].forEach((face, i) =>
      episodes.add(makeMoment(i / 5, [face], (i + 1) / 5)),
    );
    expect(episodes.result().map(({ emotion, start_s }) => [emotion, start_s])).toEqual([
      ['happy', 0],
      ['happy', 1],
    ]);
  });

  it('goes on through a second out of sight, and begins anew after more', () => {
    const run = (absenceS: number) => {
      const episodes = new EmotionEpisodes();
      for (const tS of [0, 0.2, 0.4, 0.6 + absenceS, 0.8 + absenceS, 1 + absenceS]) {
        episodes.add(makeMoment(tS, [happy()]));
      }
      return episodes.result().length;
    };
    expect(run(1)).toBe(1);
    expect(run(1.2)).toBe(2);
  });

  it('goes on through uncertain looks as through absence, and begins with none', () => {
    const blurred = makeFaceMoment({ emotions: { fear: 1 }, uncertain: true });
    const episodes = new EmotionEpisodes();
    [blurred, happy(), happy(), blurred, happy(), happy(), blurred].forEach((face, i) =>
      episodes.add(makeMoment(i / 5, [face], (i + 1) / 5)),
    );
    expect(episodes.result()).toEqual([
      { face_id: 1, emotion: 'happy', start_s: 0.2, end_s: 1.2, mean_probability: 0.8 },
    ]);
  });

  it('keeps people apart', () => {
    const episodes = new EmotionEpisodes();
    for (const tS of [0, 0.2, 0.4]) {
      episodes.add(makeMoment(tS, [happy(), makeFaceMoment({ faceId: 2, emotions: { fear: 1 } })]));
    }
    expect(episodes.result().map(({ face_id, emotion }) => [face_id, emotion])).toEqual([
      [1, 'happy'],
      [2, 'fear'],
    ]);
  });
});
