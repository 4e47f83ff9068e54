import { type FrameRecord } from '@eyeline/client/browser';

import { EMOTIONS } from '../emotions/emotions.js';
import { type FrameSeries, type PersonSeries } from './frame-series.js';
import { GrowingColumn } from './growing-column.js';

type Face = FrameRecord['faces'][number];

/** Frame records, one after the other, into columns. */
export class FrameSeriesBuilder {
  private readonly times = new GrowingColumn(Float64Array);
  private readonly people = new Map<number, PersonColumns>();
  private frames = 0;

  add({ t_s: timeS, faces }: FrameRecord): void {
    this.times.push(timeS);
    for (const face of faces) this.columnsOf(face.face_id).add(this.frames, face);
    this.frames += 1;
  }

  /** People by their ids. */
  finish(): FrameSeries {
    const people = [...this.people].sort(([a], [b]) => a - b);
    return {
      frameTimesS: this.times.finish(),
      people: people.map(([faceId, columns]) => columns.finish(faceId)),
    };
  }

  private columnsOf(faceId: number): PersonColumns {
    const known = this.people.get(faceId);
    if (known !== undefined) return known;
    const columns = new PersonColumns();
    this.people.set(faceId, columns);
    return columns;
  }
}

class PersonColumns {
  private readonly frames = new GrowingColumn(Uint32Array);
  private readonly regions = new GrowingColumn(Float32Array);
  private readonly emotions = new GrowingColumn(Float32Array);
  private readonly hasEyeContact = new GrowingColumn(Uint8Array);
  private readonly isEyeContactUnknown = new GrowingColumn(Uint8Array);
  private readonly isUncertain = new GrowingColumn(Uint8Array);

  add(frame: number, { region: { x, y, w, h }, smoothed_emotions: emotions, ...face }: Face): void {
    this.frames.push(frame);
    for (const value of [x, y, w, h]) this.regions.push(value);
    for (const emotion of EMOTIONS) this.emotions.push(emotions[emotion]);
    this.hasEyeContact.push(Number(face.eye_contact));
    this.isEyeContactUnknown.push(Number(face.eye_contact_unknown));
    this.isUncertain.push(Number(face.uncertain));
  }

  finish(faceId: number): PersonSeries {
    return {
      faceId,
      frames: this.frames.finish(),
      regions: this.regions.finish(),
      emotions: this.emotions.finish(),
      hasEyeContact: this.hasEyeContact.finish(),
      isEyeContactUnknown: this.isEyeContactUnknown.finish(),
      isUncertain: this.isUncertain.finish(),
    };
  }
}
