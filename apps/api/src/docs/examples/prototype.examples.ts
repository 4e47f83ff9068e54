import { EMOTIONS } from '@eyeline/contracts';

import { toAnalyzeAnswer, toFacesAnswer, toPredictAnswer } from '../../compat/frames/present-faces.js';
import { toPrototypeReport } from '../../compat/process-frame/present-report.js';
import { EXAMPLE_IMAGE } from './example-image.js';
import { EXAMPLE_FRAME, EXAMPLE_REPORT } from './report.examples.js';

const { emotions, ...analyze } = toAnalyzeAnswer(EXAMPLE_FRAME);

export const EXAMPLE_ANALYZE = {
  ...analyze,
  // As people read percent; the product of two doubles has more digits.
  emotions: Object.fromEntries(
    EMOTIONS.map((emotion) => [emotion, Number((emotions as Record<string, number>)[emotion].toFixed(2))]),
  ),
};
export const EXAMPLE_FACES = toFacesAnswer(EXAMPLE_FRAME);
export const EXAMPLE_PREDICT = toPredictAnswer(EXAMPLE_FRAME);

export const EXAMPLE_PICTURE = { image: EXAMPLE_IMAGE };
export const EXAMPLE_SESSION_PICTURE = { ...EXAMPLE_PICTURE, session_id: 'visit-17' };
export const EXAMPLE_STREAM_FRAME = { frame: EXAMPLE_IMAGE, session_id: 'visit-18' };

export const EXAMPLE_PROTOTYPE_REPORT = toPrototypeReport(EXAMPLE_REPORT);
