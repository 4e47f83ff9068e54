import './timeline.css';

import { type Report } from '@eyeline/client/browser';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';

import { sample } from '../../charts/columns.js';
import { type ChartForm } from '../../charts/emotion-chart.js';
import { EmotionTable } from '../../charts/emotion-table.js';
import { Legend } from '../../charts/legend.js';
import { PersonLane } from '../../charts/person-lane.js';
import { type Playhead } from '../../charts/playhead.js';
import { pointsOfPerson, pointsOfTimeline } from '../../charts/points.js';
import { Scrubber } from '../../charts/scrubber.js';
import { TimeArea } from '../../charts/time-area.js';
import { follow, type TimeRange, zoom } from '../../charts/time-range.js';
import { type FrameSeries } from '../../frames/frame-series.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Episodes } from './episodes.js';

const EmotionChart = lazy(() => import('../../charts/emotion-chart.js'));

interface TimelineProps {
  readonly report: Report;
  readonly series: FrameSeries | null;
  readonly playhead: Playhead;
  readonly stepS: number;
  /** Somebody wants to see what only the frames know. */
  readonly onNeedFrames: () => void;
}

/** The course of the emotions and of eye contact, of everybody or of one person; below, every stretch to go to. */
export function Timeline({ report, series, playhead, stepS, onNeedFrames }: TimelineProps) {
  const { report: words, timeline: t } = useStrings();
  const format = useFormat();
  const durationS = Math.max(report.video.duration_s, 0.1);
  const [faceId, setFaceId] = useState<number | null>(null);
  const [form, setForm] = useState<ChartForm>('stacked');
  const [range, setRange] = useState<TimeRange>({ fromS: 0, toS: durationS });
  useEffect(
    () => playhead.subscribe((timeS) => setRange((shown) => follow(shown, timeS, durationS))),
    [playhead, durationS],
  );
  const person = series?.people.find((one) => one.faceId === faceId);
  const points = useMemo(
    () =>
      person === undefined || series === null
        ? pointsOfTimeline(report.timeline)
        : pointsOfPerson(person, series.frameTimesS),
    [person, series, report],
  );
  const lanes = useMemo(() => lanesOf(report, faceId), [report, faceId]);
  const who = person === undefined ? t.everybody : words.person(person.faceId);
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
            <Suspense fallback={<div className="timeline-chart-place" />}>
              <EmotionChart
                // A point for each pixel: more cannot be seen.
                columns={sample(points, range, width)}
                form={form}
                range={range}
                gaps={report.sampling.gaps}
                width={width}
                label={t.chartOf(who, format.clock(range.fromS), format.clock(range.toS))}
              />
            </Suspense>
            {lanes.map(({ id, episodes, eyeContact }) => (
              <PersonLane
                key={id}
                name={words.person(id)}
                label={t.laneOf(words.person(id))}
                {...{ episodes, eyeContact, range, width }}
              />
            ))}
          </>
        )}
      </TimeArea>
      <Scrubber playhead={playhead} durationS={durationS} stepS={stepS} />
      <EmotionTable points={points} range={range} who={who} />
      <Episodes key={faceId} report={report} faceId={faceId} playhead={playhead} />
    </section>
  );
}

/** Of a crowd, those who are seen most. */
const MAX_LANES = 12;

function lanesOf({ faces, episodes, eye_contact: eyeContact }: Report, faceId: number | null) {
  const shown = faces
    .filter(({ face_id: id }) => faceId === null || id === faceId)
    .sort((a, b) => b.frames - a.frames)
    .slice(0, MAX_LANES)
    .sort((a, b) => a.face_id - b.face_id);
  return shown.map(({ face_id: id }) => ({
    id,
    episodes: episodes.filter((episode) => episode.face_id === id),
    eyeContact: eyeContact.episodes.filter((episode) => episode.face_id === id),
  }));
}
