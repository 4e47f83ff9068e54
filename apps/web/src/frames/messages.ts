import { type Columns, type SampleForm } from '../charts/columns.js';
import { type TimeRange } from '../charts/time-range.js';
import { type Failure } from '../threads/pack-error.js';
import { type SeenPerson } from './faces-at.js';

/** What the thread that reads frames, and keeps them, is told. */
export type FramesOrder =
  | { readonly kind: 'read'; readonly id: string }
  | { readonly kind: 'ask'; readonly question: Question; readonly number: number };

export type Question =
  | { readonly kind: 'faces'; readonly timeS: number; readonly maxS: number }
  | {
      readonly kind: 'columns';
      readonly faceId: number;
      readonly range: TimeRange;
      readonly maxPoints: number;
      readonly form: SampleForm;
    };

export type Answer = readonly SeenPerson[] | Columns;

/** What it tells. */
export type FramesMessage =
  | { readonly kind: 'progress'; readonly timeS: number }
  | { readonly kind: 'done'; readonly stepS: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'answer'; readonly answer: Answer; readonly number: number };
