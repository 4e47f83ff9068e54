import { DEFAULT_CHOICES, wishesOf } from './upload-choices.js';

describe('wishesOf', () => {
  it('sends what is chosen, by the names of the API', () => {
    const choices = {
      ...DEFAULT_CHOICES,
      detail: 'every',
      keep: 'none',
      tag: ' talk ',
      landmarks: true,
    } as const;
    expect(wishesOf(choices)).toEqual({
      tag: 'talk',
      options: {
        sampling_fps: 0,
        retain_video_hours: 0,
        eye_contact_deg: 12,
        thumbnails: true,
        annotated_video: false,
        landmarks: true,
      },
    });
  });

  it('sends no tag where none was typed', () => expect(wishesOf(DEFAULT_CHOICES)?.tag).toBeNull());

  it.each(['', ' ', '0', '-1', '61', 'x'])('waits for an angle: %p', (eyeContactDeg) => {
    expect(wishesOf({ ...DEFAULT_CHOICES, eyeContactDeg })).toBeNull();
  });
});
