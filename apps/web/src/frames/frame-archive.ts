import { type Columns, sample } from '../charts/columns.js';
import { medianStep, type Points, pointsOfPerson } from '../charts/points.js';
import { facesAt } from './faces-at.js';
import { type FrameSeries } from './frame-series.js';
import { type Answer, type Question } from './messages.js';

/** All frames of an analysis, and what a page asks of them: never more than it can show. */
export class FrameArchive {
  /** Seconds between two frames, as a rule. */
  readonly stepS: number;
  private readonly points = new Map<number, Points>();

  constructor(private readonly series: FrameSeries) {
    this.stepS = medianStep(series.frameTimesS);
  }

  answer(question: Question): Answer {
    return question.kind === 'faces'
      ? facesAt(this.series, question.timeS, question.maxS)
      : this.columnsOf(question);
  }

  private columnsOf({ faceId, range, maxPoints, form }: Question & { kind: 'columns' }): Columns {
    return sample(this.pointsOf(faceId), range, maxPoints, form);
  }

  private pointsOf(faceId: number): Points {
    const known = this.points.get(faceId);
    if (known !== undefined) return known;
    const person = this.series.people.find((one) => one.faceId === faceId);
    const points = person === undefined ? NOWHERE : pointsOfPerson(person, this.series.frameTimesS);
    this.points.set(faceId, points);
    return points;
  }
}

const NOWHERE: Points = { timesS: new Float64Array(0), values: new Float32Array(0) };
