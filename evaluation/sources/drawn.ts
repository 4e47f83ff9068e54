import { join } from 'node:path';

import { analysisOptionsSchema, type Engine } from '@eyeline/contracts';
import { LocalFrames } from '@eyeline/live';

import { UsageError } from '../../commands/usage-error.js';
import { Faults } from '../../commands/faults.js';
import { countDecision, createDecisions } from '../measures/decisions.js';
import { DRAWN_PLOTS, tabulateDrawn } from '../measures/drawn-tables.js';
import { Progress } from '../../commands/progress.js';
import { type SourceResult, type SourceSettings } from '../result.js';
import { readPicture } from '../../commands/read-picture.js';
import { runBounded } from '../../commands/run-bounded.js';
import { type DrawnReading, findDrawnFace, holdAgainst } from './drawn-reading.js';
import { type DrawnTruth, readDrawnTruth, TRUTH_FILE } from './drawn-truth.js';
import { checkFolder } from '../../commands/list-pictures.js';
import { MAX_PIXELS, PICTURES_A_LANE } from './picture-limits.js';

const NOTES = [
  'Every picture by itself. Angles are in camera coordinates (the pictures have the lens that the product assumes); errors of head ' +
    'and gaze are means of absolute angles, the bias is the mean of found minus true. Heads are turned by up to 45 degrees sideways, ' +
    '25 up and down, 20 to a side; the tables of pose have those within 40.',
  'Errors of landmarks and pupils are mean distances by that of the outer corners of the eyes, were the face turned to the camera. ' +
    'The outline is that of the mesh, also where a turned head hides it.',
  'Eye contact is true within 12 degrees of the camera, with open eyes (lids less than half shut). Of the pictures that look elsewhere ' +
    'about half look past the camera by 13 to 30 degrees. Precision depends on how many look into the camera ("looking": a product ' +
    'that always says yes has this precision); "guessed" is what it would be if nothing were unknown.',
  'Drawn eyes are alike in much: what holds here is at best as good on people.',
];

/**
 * Pictures of training/drawn with their truth beside them, looked at as live frames are. Some numbers are kept of each.
 *
 * @throws {UsageError} when there is nothing to measure
 */
export async function evaluateDrawn(folder: string, settings: SourceSettings): Promise<SourceResult> {
  const { models, lanes, signal, say } = settings;
  await checkFolder(folder);
  const truths = await readDrawnTruth(join(folder, TRUTH_FILE));
  if (truths.length === 0) throw new UsageError(`${TRUTH_FILE} in ${folder} is empty.`);
  const inHand = lanes * PICTURES_A_LANE;
  const frames = new LocalFrames({
    ...{ lanes, maxFrames: inHand, maxPixels: MAX_PIXELS, executionProvider: 'cpu', models },
    onIdleCrash: (error) => say(`a thread died: ${error.message}`),
  });
  const faults = new Faults(say);
  const progress = new Progress('pictures', truths.length, say);
  const seen: { engine: Engine | null; others: number } = { engine: null, others: 0 };
  const readings: DrawnReading[] = [];
  const readOne = async (truth: DrawnTruth): Promise<void> => {
    const look = await frames.admit((see) =>
      readPicture(join(folder, truth.file), (bytes) => see(bytes, signal)),
    );
    progress.step();
    if (typeof look === 'string') return faults.add(truth.file, look);
    seen.engine ??= look.engine;
    const { faces } = look.observation;
    const face = findDrawnFace(truth, faces);
    seen.others += faces.length - (face === null ? 0 : 1);
    readings.push({ truth, found: face && holdAgainst(truth, face) });
  };
  try {
    await runBounded(truths, inHand, signal, readOne);
  } finally {
    await frames.close();
  }
  const { engine, others } = seen;
  if (engine === null)
    throw new UsageError(`Not one of the ${truths.length} files in ${folder} is a picture.`);
  return {
    set: 'Drawn faces',
    counts: { pictures: readings.length, unreadable: faults.count, 'faces where there are none': others },
    ...{ faults: faults.list(), engine, emotions: [], notes: NOTES },
    decisions: decide(readings),
    ...{ tables: tabulateDrawn(readings), plots: DRAWN_PLOTS },
  };
}

function decide(readings: readonly DrawnReading[]): SourceResult['decisions'] {
  const { eye_contact_deg: coneDeg } = analysisOptionsSchema.parse({});
  const [open, contact, guessed] = [createDecisions(), createDecisions(), createDecisions()];
  for (const { truth, found } of readings) {
    if (found === null) continue;
    const looks = found.eyesOpen && found.cameraAngleDeg <= coneDeg;
    countDecision(open, truth.eyes_open, found.eyesOpen);
    countDecision(guessed, truth.looking_at_camera, looks);
    if (found.eyesReadable) countDecision(contact, truth.looking_at_camera, looks);
  }
  return [
    { name: 'eyes-open', title: 'eyes open', tally: open },
    { name: 'eye-contact', title: 'eye contact, where it is known', tally: contact },
    { name: 'eye-contact-guessed', title: 'eye contact, guessed where it is unknown', tally: guessed },
  ];
}
