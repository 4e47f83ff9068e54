import { type Columns, type SampleForm } from '../charts/columns.js';
import { type TimeRange } from '../charts/time-range.js';
import { type SeenPerson } from './faces-at.js';
import { type Answer, type FramesOrder, type Question } from './messages.js';

/** The frames of an analysis, which another thread keeps: what one asks comes later, in the order of the questions. */
export class FramesReader {
  private asked = 0;
  private readonly waiting = new Map<number, (answer: Answer) => void>();

  /** @param stepS seconds between two frames, as a rule */
  constructor(
    private readonly worker: Pick<Worker, 'postMessage'>,
    readonly stepS: number,
  ) {}

  /** Who is seen in the frame nearest to a time; nobody where there is no frame within `maxS`. */
  facesAt(timeS: number, maxS: number): Promise<readonly SeenPerson[]> {
    return this.ask<readonly SeenPerson[]>({ kind: 'faces', timeS, maxS });
  }

  /** The seven emotions of a person, as `sample` of charts/columns.ts has them. */
  columnsOf(faceId: number, range: TimeRange, maxPoints: number, form: SampleForm): Promise<Columns> {
    return this.ask<Columns>({ kind: 'columns', faceId, range, maxPoints, form });
  }

  /** An answer has come. */
  hear(number: number, answer: Answer): void {
    this.waiting.get(number)?.(answer);
    this.waiting.delete(number);
  }

  private ask<T extends Answer>(question: Question): Promise<T> {
    const number = this.asked++;
    this.worker.postMessage({ kind: 'ask', question, number } satisfies FramesOrder);
    return new Promise((resolve) => this.waiting.set(number, (answer) => resolve(answer as T)));
  }
}
