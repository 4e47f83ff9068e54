import { makeFaceMoment, makeMoment } from './frame-moment.factory.js';
import { Timeline } from './timeline.js';

describe('Timeline', () => {
  it('covers the whole range in buckets of a second, the last one shorter', () => {
    const buckets = new Timeline({ startS: 2.5, endS: 5.2 }).result();
    expect(buckets.map(({ start_s, end_s }) => [start_s, end_s])).toEqual([
      [2.5, 3.5],
      [3.5, 4.5],
      [4.5, 5.2],
    ]);
    expect(buckets[0]).toMatchObject({
      faces: 0,
      dominant_emotion: null,
      mean_emotion_probabilities: null,
      eye_contact_score: null,
    });
  });

  it('makes no bucket of a rounding error', () => {
    expect(new Timeline({ startS: 0, endS: 3.0000000001 }).result()).toHaveLength(3);
    expect(new Timeline({ startS: 0, endS: 0.04 }).result()).toHaveLength(1);
  });

  it('counts the most faces at once, and averages over face observations', () => {
    const timeline = new Timeline({ startS: 0, endS: 2 });
    const happy = makeFaceMoment({ emotions: { happy: 0.8, neutral: 0.2 }, eyeContact: true });
    const other = makeFaceMoment({ faceId: 2, emotions: { sad: 0.5, neutral: 0.5 } });
    timeline.add(makeMoment(0.1, [happy, other]));
    timeline.add(makeMoment(0.9999999, [happy]));
    timeline.add(makeMoment(0.5, [happy]));
    const [first, second] = timeline.result();
    expect(first).toMatchObject({ faces: 2, dominant_emotion: 'happy', eye_contact_score: 66.67 });
    expect(first.mean_emotion_probabilities).toMatchObject({ happy: 0.5333, sad: 0.1667, neutral: 0.3 });
    expect(second.faces).toBe(1);
  });

  it('averages what is uncertain only where a bucket holds nothing else', () => {
    const timeline = new Timeline({ startS: 0, endS: 2 });
    const happy = makeFaceMoment({ emotions: { happy: 1 } });
    const blurred = makeFaceMoment({ faceId: 2, emotions: { sad: 1 }, uncertain: true, eyeContact: true });
    timeline.add(makeMoment(0.2, [happy, blurred]));
    timeline.add(makeMoment(1.2, [blurred]));
    const [first, second] = timeline.result();
    expect(first).toMatchObject({ faces: 2, dominant_emotion: 'happy', eye_contact_score: 50 });
    expect(first.mean_emotion_probabilities).toMatchObject({ happy: 1, sad: 0 });
    expect(second).toMatchObject({ faces: 1, dominant_emotion: 'sad' });
  });

  it('takes a frame at the very end into the last bucket', () => {
    const timeline = new Timeline({ startS: 0, endS: 2 });
    timeline.add(makeMoment(2, [makeFaceMoment({})]));
    expect(timeline.result()[1].faces).toBe(1);
  });
});
