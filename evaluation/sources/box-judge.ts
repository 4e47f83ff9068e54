import { Readable } from 'node:stream';

import { type FrameObservation, type Region } from '@eyeline/contracts';

import { assignFaceIds, NO_FACE_ID } from '../../libs/vision/src/tracking/assign-face-ids.js';
import { SCORES } from '../../libs/vision/src/tracking/tracking-parameters.js';
import { type BoxTally, countFrame, createBoxTally, type KnownBox } from '../measures/count-boxes.js';

/** Holds the faces that are found in every frame of a clip, and those that are followed through it, against known boxes. */
export class BoxJudge {
  private readonly frames: { readonly known: readonly KnownBox[]; readonly seen: FrameObservation }[] = [];

  /**
   * @param video in whose upright pixels faces are seen
   * @param toFrame takes a region there to the analysed frame, in whose pixels boxes are counted
   */
  constructor(
    private readonly video: { readonly width: number; readonly height: number },
    private readonly toFrame: (region: Region) => Region,
  ) {}

  /**
   * Frames come in the order of time.
   *
   * @param known in pixels of the analysed frame
   */
  add(known: readonly KnownBox[], seen: FrameObservation): void {
    this.frames.push({ known, seen });
  }

  async finish(): Promise<BoxTally> {
    const ids = await assignFaceIds(Readable.from(this.frames.map(({ seen }) => seen)), this.video);
    const tally = createBoxTally();
    let detection = 0;
    for (const { known, seen } of this.frames) {
      const followed = seen.faces.filter(() => ids.at(detection++) !== NO_FACE_ID);
      const sure = seen.faces.filter(({ score }) => score >= SCORES.start);
      const kept = seen.faces.filter(({ score }) => score >= SCORES.keep);
      countFrame(
        tally,
        known,
        [kept, sure, followed].map((faces) => faces.map(({ region }) => this.toFrame(region))),
      );
    }
    return tally;
  }
}
