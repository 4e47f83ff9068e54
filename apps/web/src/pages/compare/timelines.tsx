import { useMemo, useState } from 'react';

import { nameOf } from '../../analyses/analysis-name.js';
import { EmotionCourse } from '../../charts/emotion-course.js';
import { EmotionTable } from '../../charts/emotion-table.js';
import { Legend } from '../../charts/legend.js';
import { Playhead } from '../../charts/playhead.js';
import { pointsOfTimeline } from '../../charts/points.js';
import { Scrubber } from '../../charts/scrubber.js';
import { TimeArea } from '../../charts/time-area.js';
import { sourceOfPoints } from '../../charts/use-columns.js';
import { useStrings } from '../../strings/language.js';
import { type Side } from './use-side.js';

/** A step of the slider: the report has a value for each second. */
const STEP_S = 1;

/** Both timelines on one axis, with one line through both. */
export function Timelines({ sides }: { readonly sides: readonly Side[] }) {
  const { compare: t, timeline: words } = useStrings();
  const [form, setForm] = useState<'stacked' | 'lines'>('stacked');
  const durationS = Math.max(0.1, ...sides.map(({ report }) => report.video.duration_s));
  const playhead = useMemo(() => new Playhead(durationS), [durationS]);
  const range = useMemo(() => ({ fromS: 0, toS: durationS }), [durationS]);
  const charts = useMemo(
    () =>
      sides.map(({ analysis, report }, index) => ({
        name: t.timelineOf('AB'[index], nameOf(analysis)),
        source: sourceOfPoints(pointsOfTimeline(report.timeline)),
        gaps: report.sampling.gaps,
      })),
    [sides, t],
  );
  return (
    <section className="report-section card" aria-labelledby="timelines">
      <h2 id="timelines">{t.timelines}</h2>
      <label className="timelines-form">
        {words.form}
        <select
          value={form}
          onChange={({ target }) => setForm(target.value === 'lines' ? 'lines' : 'stacked')}
        >
          <option value="stacked">{words.forms.stacked}</option>
          <option value="lines">{words.forms.lines}</option>
        </select>
      </label>
      <Legend />
      <TimeArea playhead={playhead} range={range}>
        {(width) => (
          <>
            {charts.map(({ name, source, gaps }, index) => (
              <div key={index}>
                <h3 className="timelines-name">{name}</h3>
                <EmotionCourse who={name} {...{ source, range, form, gaps, width }} />
              </div>
            ))}
          </>
        )}
      </TimeArea>
      <Scrubber playhead={playhead} durationS={durationS} stepS={STEP_S} hint={t.keys} />
      {charts.map(({ name, source }, index) => (
        <EmotionTable key={index} source={source} range={range} who={name} />
      ))}
    </section>
  );
}
