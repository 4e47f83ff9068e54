import { type UploadWishes } from '../../uploads/upload-item.js';

export const DETAILS = { quick: 2, standard: 5, every: 0 } as const;
export const KEEPS = { none: 0, day: 24, week: 168 } as const;

/** What the form holds. */
export interface UploadChoices {
  readonly detail: keyof typeof DETAILS;
  readonly keep: keyof typeof KEEPS;
  readonly tag: string;
  /** As typed. */
  readonly eyeContactDeg: string;
  readonly thumbnails: boolean;
  readonly annotated: boolean;
  readonly landmarks: boolean;
}

/** The defaults of the service, and pictures of the people: a report without them is hard to read. */
export const DEFAULT_CHOICES: UploadChoices = {
  detail: 'standard',
  keep: 'day',
  tag: '',
  eyeContactDeg: '12',
  thumbnails: true,
  annotated: false,
  landmarks: false,
};

export function isEyeContactValid({ eyeContactDeg }: UploadChoices): boolean {
  const value = Number(eyeContactDeg);
  return eyeContactDeg.trim() !== '' && value > 0 && value <= 60;
}

/** Null while something in the form is wrong. */
export function wishesOf(choices: UploadChoices): UploadWishes | null {
  if (!isEyeContactValid(choices)) return null;
  const { detail, keep, tag, eyeContactDeg, thumbnails, annotated, landmarks } = choices;
  return {
    tag: tag.trim() === '' ? null : tag.trim(),
    options: {
      sampling_fps: DETAILS[detail],
      retain_video_hours: KEEPS[keep],
      eye_contact_deg: Number(eyeContactDeg),
      thumbnails,
      annotated_video: annotated,
      landmarks,
    },
  };
}
