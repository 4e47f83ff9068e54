import { type Emotion } from '@eyeline/contracts';

/** Expressions of a face in the order in which they were seen, nobody knows when. */
export interface EmotionSequence {
  /** At least one. */
  readonly emotions: readonly Emotion[];
  /** What the client says that it is about. */
  readonly context: string;
  /** The language to write in, as a BCP 47 tag. */
  readonly language: string;
}
