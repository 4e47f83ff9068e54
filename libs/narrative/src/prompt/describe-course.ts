import { type Measurements, type TimelineBucket } from '@eyeline/contracts';

import { formatTime } from './format-time.js';

/** A part of the recording in which one expression prevails. */
interface Stretch {
  readonly startS: number;
  endS: number;
  readonly expression: string;
  eyeContactSum: number;
  eyeContactBuckets: number;
}

/** The most lines of each kind: six hours have more, and the longest say the most. */
const MAX_LINES = 80;

/**
 * What a report says about the course of a recording, small enough to be read by a language model: no ids but the
 * numbers of the faces, no probabilities, no pictures.
 */
export function describeCourse(measurements: Measurements) {
  const { faces, episodes, eye_contact: eyeContact, timeline } = measurements;
  return {
    ends_at: formatTime(timeline.at(-1)?.end_s ?? 0),
    people: faces.map(({ face_id: id, first_seen_s: first, last_seen_s: last, dominant_emotion: most }) => ({
      person: id,
      ...{ first_seen_at: formatTime(first), last_seen_at: formatTime(last), most_frequent_expression: most },
    })),
    share_of_expressions_percent: measurements.average_emotion_scores,
    looks_at_camera_percent: measurements.eye_contact_score,
    course: longest(toStretches(timeline)).map((stretch) => ({
      ...{ from: formatTime(stretch.startS), to: formatTime(stretch.endS), expression: stretch.expression },
      looks_at_camera_percent:
        stretch.eyeContactBuckets === 0
          ? null
          : Math.round(stretch.eyeContactSum / stretch.eyeContactBuckets),
    })),
    episodes: longest(episodes.map(withTimes)).map(({ startS, endS, face_id: id, emotion }) => ({
      ...{ person: id, from: formatTime(startS), to: formatTime(endS), expression: emotion },
    })),
    looks_at_camera: longest(eyeContact.episodes.map(withTimes)).map(({ startS, endS, face_id: id }) => ({
      ...{ person: id, from: formatTime(startS), to: formatTime(endS) },
    })),
  };
}

const withTimes = <T extends { readonly start_s: number; readonly end_s: number }>(
  one: T,
): T & { startS: number; endS: number } => ({ ...one, startS: one.start_s, endS: one.end_s });

/** The longest ones, in order of time. */
function longest<T extends { readonly startS: number; readonly endS: number }>(all: readonly T[]): T[] {
  return [...all]
    .sort((a, b) => b.endS - b.startS - (a.endS - a.startS))
    .slice(0, MAX_LINES)
    .sort((a, b) => a.startS - b.startS);
}

/** Neighbours with the same expression as one. */
function toStretches(timeline: readonly TimelineBucket[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const {
    start_s: startS,
    end_s: endS,
    dominant_emotion: emotion,
    eye_contact_score: score,
  } of timeline) {
    const expression = emotion ?? 'no face';
    let last = stretches.at(-1);
    if (last?.expression !== expression || last.endS !== startS) {
      last = { startS, endS, expression, eyeContactSum: 0, eyeContactBuckets: 0 };
      stretches.push(last);
    }
    last.endS = endS;
    last.eyeContactSum += score ?? 0;
    last.eyeContactBuckets += score === null ? 0 : 1;
  }
  return stretches;
}
