import { type Engine } from '@eyeline/contracts';

import { newAnalysisId } from '../analysis-id.js';
import { type LiveSession } from '../generated/client.js';

/** Whose session it is, and what its client calls it: no two keys share one. */
export interface SessionName {
  readonly projectId: string;
  /** Null while no key exists. */
  readonly keyId: string | null;
  readonly name: string;
}

/** Frames that one key sends one after the other. */
export interface SessionRow {
  readonly id: string;
  readonly name: string;
  readonly startedAt: Date;
  readonly lastFrameAt: Date;
  /** When its end was first asked for: it takes no further frame. */
  readonly endingAt: Date | null;
  /** The same, once the report is there. */
  readonly endedAt: Date | null;
  /** Pixels of its first picture. */
  readonly width: number;
  readonly height: number;
  readonly engine: Engine;
  readonly usesClientTime: boolean;
  /** The time of its first frame. */
  readonly firstS: number;
  /** How many there are, which is also the number of the last one. */
  readonly frames: number;
  readonly framesWithFace: number;
  readonly nextFaceId: number;
  /** What smoothing knew after the last frame; null where that is kept elsewhere. */
  readonly state: Uint8Array | null;
  /** When the report goes; null before it is there. */
  readonly expiresAt: Date | null;
}

export type NewSession = Pick<
  SessionRow,
  'startedAt' | 'width' | 'height' | 'engine' | 'usesClientTime' | 'firstS'
>;

/** One more frame of a session. */
export interface NewFrame {
  /** One more than the session has frames. */
  readonly number: number;
  readonly tS: number;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly hasFace: boolean;
  readonly at: Date;
  readonly nextFaceId: number;
  /** Null where it is kept elsewhere. */
  readonly state: Uint8Array<ArrayBuffer> | null;
}

/** A frame as it was kept. */
export interface FrameRow {
  readonly number: number;
  readonly tS: number;
  readonly body: Uint8Array;
}

/** `se_` and 20 characters. */
export const newSessionId = (): string => newAnalysisId().replace(/^an_/, 'se_');

const LOCAL_KEY = 'local';

export const keyOf = ({ keyId }: SessionName): string => keyId ?? LOCAL_KEY;

/** No name holds a line break. */
export const openName = (of: SessionName): string => `${keyOf(of)}\n${of.name}`;

export function toSessionRow(record: Omit<LiveSession, 'report'>): SessionRow {
  const { projectId, keyId, openAs, engine, ...row } = record;
  return { ...row, engine: engine as unknown as Engine };
}
