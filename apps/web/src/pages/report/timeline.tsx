import './timeline.css';

import { type Report } from '@eyeline/client/browser';
import { memo, useEffect, useMemo, useState } from 'react';

import { type ChartForm } from '../../charts/emotion-chart.js';
import { EmotionCourse } from '../../charts/emotion-course.js';
import { EmotionTable } from '../../charts/emotion-table.js';
import { Legend } from '../../charts/legend.js';
import { PersonLane } from '../../charts/person-lane.js';
import { type Playhead } from '../../charts/playhead.js';
import { pointsOfTimeline } from '../../charts/points.js';
import { Scrubber } from '../../charts/scrubber.js';
import { stretchesOf } from '../../charts/stretches.js';
import { TimeArea } from '../../charts/time-area.js';
import { follow, type TimeRange, zoom } from '../../charts/time-range.js';
import { sourceOfPerson, sourceOfPoints } from '../../charts/use-columns.js';
import { EMOTIONS } from '../../emotions/emotions.js';
import { type FramesReader } from '../../frames/frames-reader.js';
import { useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Episodes } from './episodes.js';

interface TimelineProps {
  readonly report: Report;
  readonly frames: FramesReader | null;
  readonly playhead: Playhead;
  readonly stepS: number;
  /** Somebody wants to see what only the frames know. */
  readonly onNeedFrames: () => void;
}

/** The course of the emotions and of eye contact, of everybody or of one person; below, every stretch to go to. */
export const Timeline = memo(function Timeline(props: TimelineProps) {
  const { report, frames, playhead, stepS, onNeedFrames } = props;
  const { report: words, timeline: t } = useStrings();
  const durationS = Math.max(report.video.duration_s, 0.1);
  const [faceId, setFaceId] = useState<number | null>(null);
  const [form, setForm] = useState<ChartForm>('stacked');
  const [range, setRange] = useState<TimeRange>({ fromS: 0, toS: durationS });
  useEffect(
    () => playhead.subscribe((timeS) => setRange((shown) => follow(shown, timeS, durationS))),
    [playhead, durationS],
  );
  const source = useMemo(
    () =>
      faceId === null || frames === null
        ? sourceOfPoints(pointsOfTimeline(report.timeline))
        : sourceOfPerson(frames, faceId),
    [faceId, frames, report],
  );
  const stretches = useMemo(() => stretchesOfAll(report), [report]);
  const lanes = useMemo(() => lanesOf(report, stretches, faceId), [report, stretches, faceId]);
  const who = faceId === null || frames === null ? t.everybody : words.person(faceId);
  const zoomBy = (factor: number): void => setRange(zoom(range, factor, playhead.get(), durationS));
  return (
    <section className="report-section card" aria-labelledby="timeline">
      <h2 id="timeline">{t.title}</h2>
      <div className="timeline-tools">
        <Field label={t.whose}>
          {(ids) => (
            <select
              {...ids}
              value={faceId ?? ''}
              onChange={({ target: { value } }) => {
                setFaceId(value === '' ? null : Number(value));
                if (value !== '') onNeedFrames();
              }}
            >
              <option value="">{t.everybody}</option>
              {report.faces.map(({ face_id: id }) => (
                <option key={id} value={id}>
                  {words.person(id)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t.form}>
          {(ids) => (
            <select
              {...ids}
              value={form}
              onChange={({ target }) => setForm(target.value === 'lines' ? 'lines' : 'stacked')}
            >
              <option value="stacked">{t.forms.stacked}</option>
              <option value="lines">{t.forms.lines}</option>
            </select>
          )}
        </Field>
        <div>
          <Button onClick={() => zoomBy(0.5)}>{t.zoomIn}</Button>
          <Button onClick={() => zoomBy(2)}>{t.zoomOut}</Button>
          <Button onClick={() => setRange({ fromS: 0, toS: durationS })}>{t.zoomAll}</Button>
        </div>
      </div>
      <Legend />
      <TimeArea playhead={playhead} range={range}>
        {(width) => (
          <>
            <EmotionCourse gaps={report.sampling.gaps} {...{ source, range, form, width, who }} />
            {lanes.map(({ id, expressions, eyeContact }) => (
              <PersonLane
                key={id}
                name={words.person(id)}
                label={t.laneOf(words.person(id))}
                {...{ expressions, eyeContact, range, width }}
              />
            ))}
          </>
        )}
      </TimeArea>
      <Scrubber playhead={playhead} durationS={durationS} stepS={stepS} hint={t.keys} />
      <EmotionTable source={source} range={range} who={who} />
      <Episodes key={faceId} report={report} faceId={faceId} playhead={playhead} />
    </section>
  );
});

/** Of a crowd, those who are seen most. */
const MAX_LANES = 12;

/** What the lanes show of each person, made once. */
function stretchesOfAll({ episodes, eye_contact: eyeContact }: Report) {
  return {
    expressions: stretchesOf(episodes, ({ emotion }) => EMOTIONS.indexOf(emotion)),
    eyeContact: stretchesOf(eyeContact.episodes, () => 0),
  };
}

function lanesOf(
  { faces }: Report,
  { expressions, eyeContact }: ReturnType<typeof stretchesOfAll>,
  faceId: number | null,
) {
  const shown = faces
    .filter(({ face_id: id }) => faceId === null || id === faceId)
    .sort((a, b) => b.frames - a.frames)
    .slice(0, MAX_LANES)
    .sort((a, b) => a.face_id - b.face_id);
  return shown.map(({ face_id: id }) => ({
    id,
    expressions: expressions.get(id) ?? null,
    eyeContact: eyeContact.get(id) ?? null,
  }));
}
