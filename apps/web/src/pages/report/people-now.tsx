import '../../emotions/emotion-colours.css';
import '../../emotions/swatch.css';
import './people-now.css';

import { useEffect, useState } from 'react';

import { type Playhead } from '../../charts/playhead.js';
import { useTimeOf } from '../../charts/use-playhead.js';
import { type SeenPerson } from '../../frames/faces-at.js';
import { type FramesReader } from '../../frames/frames-reader.js';
import { useFormat, useStrings } from '../../strings/language.js';

interface PeopleNowProps {
  readonly playhead: Playhead;
  readonly frames: FramesReader;
  readonly maxS: number;
}

/** Often enough to follow, seldom enough to read. */
const STEP_S = 0.1;

/** Who is seen at the time that is looked at, and how: what the boxes over the picture say, in words. */
export function PeopleNow({ playhead, frames, maxS }: PeopleNowProps) {
  const { report: words, timeline: t, emotions: names } = useStrings();
  const format = useFormat();
  const askedS = useTimeOf(playhead, STEP_S);
  const [seen, setSeen] = useState<{ timeS: number; people: readonly SeenPerson[] } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void frames.facesAt(askedS, maxS).then((people) => {
      if (isCurrent) setSeen({ timeS: askedS, people });
    });
    return () => {
      isCurrent = false;
    };
  }, [frames, askedS, maxS]);
  if (seen === null) return null;
  const { timeS, people } = seen;
  return (
    <section className="people-now" aria-labelledby="people-now">
      <h3 id="people-now">{t.now(`${format.clock(timeS)}${format.number(timeS % 1, 1).slice(1)}`)}</h3>
      {people.length === 0 && <p className="report-hint">{t.nobodyNow}</p>}
      {/* Of a crowd it scrolls: by keys too. */}
      <ul aria-labelledby="people-now" tabIndex={0}>
        {people.map(({ faceId, emotion, confidence, isUncertain, ...look }) => (
          <li key={faceId}>
            <span className={`swatch emotion-${emotion}`} aria-hidden="true" />
            <strong>{words.person(faceId)}</strong>
            <span>
              {names[emotion]} {format.share(confidence)}
            </span>
            <span className="report-hint">
              {look.isEyeContactUnknown ? t.looksUnknown : look.hasEyeContact ? t.looksHere : t.looksAway}
              {isUncertain && ` · ${t.uncertain}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
