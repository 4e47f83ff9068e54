import { type Analysis, type Report } from '@eyeline/client/browser';

/** Whether there is a video with boxes and emotions drawn in: it was asked for, and it could be made. */
export const hasAnnotatedVideo = (
  { annotated_video: wanted }: Analysis['options'],
  { warnings }: Report,
): boolean => wanted === true && !warnings.some(({ code }) => code === 'no_annotated_video');
