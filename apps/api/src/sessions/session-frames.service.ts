import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { AppError, type LiveFrameRecord } from '@eyeline/contracts';
import { type Database, type SessionName, type SessionRow } from '@eyeline/database';
import {
  fitToPicture,
  type Look,
  packObservation,
  packState,
  type SessionStates,
  stepSession,
  toLiveRecord,
} from '@eyeline/live';
import { type Logger } from 'pino';

import { invalidRequest } from '../common/problems/field-errors.js';
import { CONFIG, DATABASE, LOGGER, SESSION_STATES } from '../runtime/runtime.module.js';
import { recallState } from './recall-state.js';
import { type Turn, Turns } from './turns.js';

/** A frame that is always overtaken by other processes: each try is a few milliseconds. */
const MAX_TRIES = 200;

/** One frame of a session, before it is looked at. */
export interface SessionFrameFacts {
  readonly of: SessionName;
  /** When it was taken, by its sender; null: it is taken to have been when it arrived. */
  readonly tS: number | null;
  readonly arrivedAt: Date;
  readonly landmarks: boolean;
}

/** Takes frames into their sessions, in order of arrival, side by side with other processes. */
@Injectable()
export class SessionFrames {
  private readonly turns = new Turns();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(SESSION_STATES) private readonly states: SessionStates | null,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** A place in the session's line; to be left. */
  takeTurn({ keyId, name }: SessionName): Turn {
    return this.turns.take(`${keyId}\n${name}`);
  }

  /**
   * The record of a frame, smoothed over its session. It is in the log when this answers.
   *
   * @throws AppError invalid_request for a time that does not fit, conflict when the session takes no further frame,
   *   database_unavailable
   */
  async add(facts: SessionFrameFacts, look: Look): Promise<LiveFrameRecord> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const row = await this.findOrOpen(facts, look);
      const record = await this.tryToAdd(row, facts, look);
      if (record !== null) return record;
    }
    throw new AppError('internal', { detail: 'The session changed too often to take the frame.' });
  }

  private async findOrOpen({ of, tS, arrivedAt }: SessionFrameFacts, look: Look): Promise<SessionRow> {
    const { sessions } = this.database;
    const idleBefore = new Date(Date.now() - this.config.sessions.idleS * 1000);
    for (;;) {
      const row = await sessions.findOpen(of, idleBefore);
      if (row !== null) return row;
      await sessions.open(of, {
        ...{ startedAt: arrivedAt, usesClientTime: tS !== null, firstS: tS ?? 0 },
        ...{ ...look.picture, engine: look.engine },
      });
    }
  }

  /** Null: another process was faster. */
  private async tryToAdd(
    row: SessionRow,
    facts: SessionFrameFacts,
    look: Look,
  ): Promise<LiveFrameRecord | null> {
    const tS = this.timeOf(row, facts);
    const before = await recallState(this.database.sessions, this.states, row);
    if (before === null) return null;
    const observation = fitToPicture({ ...look.observation, tS }, look.picture, row);
    const { state, faces } = stepSession(before, { tS: facts.tS, faces: observation.faces }, row);
    const number = row.frames + 1;
    const bytes = packState(state);
    const isAdded = await this.database.sessions.append(row.id, {
      ...{ number, tS, body: packObservation(observation), hasFace: faces.length > 0, at: new Date() },
      ...{ nextFaceId: state.nextFaceId, state: this.states === null ? bytes : null },
    });
    if (!isAdded) return null;
    await this.keepState(row.id, number, bytes);
    // Where it is in the picture that came, not in the session's.
    const seen = faces.map((face, i) => ({ ...face, observation: look.observation.faces[i] }));
    return toLiveRecord(tS, seen, { landmarks: facts.landmarks });
  }

  /** A state that is not kept is made again from the log, so the frame counts in any case. */
  private async keepState(id: string, frames: number, state: Uint8Array): Promise<void> {
    await this.states?.save(id, { frames, state }).catch((error: unknown) => {
      this.logger.warn({ err: error }, "a session's state could not be kept");
    });
  }

  /** Seconds, as the frame says, or since the session's first one arrived. */
  private timeOf(row: SessionRow, { tS, arrivedAt }: SessionFrameFacts): number {
    const { maxDurationS, sessions } = this.config;
    const refuseTime = (message: string) => invalidRequest([{ pointer: 't_s', message }]);
    const refuse = (detail: string) => new AppError('conflict', { detail });
    if (row.endingAt !== null) throw refuse('The session is being ended: it takes no further frame.');
    if (row.usesClientTime && tS === null) throw refuseTime('The frames of this session have it: give it.');
    if (!row.usesClientTime && tS !== null)
      throw refuseTime('The frames of this session have none: leave it out.');
    if (row.frames >= sessions.maxFrames) {
      throw refuse(`The session has ${row.frames} frames, as many as one may have: end it.`);
    }
    if (tS === null) {
      const sinceStartS = Math.max(0, (arrivedAt.getTime() - row.startedAt.getTime()) / 1000);
      if (sinceStartS > maxDurationS) throw refuse(`The session is older than ${maxDurationS} s: end it.`);
      return sinceStartS;
    }
    if (Math.abs(tS - row.firstS) > maxDurationS) {
      throw refuseTime(`It is over ${maxDurationS} s away from the session's first frame.`);
    }
    return tS;
  }
}
