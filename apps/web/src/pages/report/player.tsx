import './player.css';

import { type Analysis, type Report } from '@eyeline/client/browser';
import { useCallback, useMemo, useState } from 'react';

import { Playhead } from '../../charts/playhead.js';
import { useFrames } from '../../frames/use-frames.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Problem } from '../../ui/problem.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { PeopleNow } from './people-now.js';
import { Stage } from './stage.js';
import { Timeline } from './timeline.js';

/** So many are read without asking: some megabytes. */
const MAX_UNASKED = 50_000;

interface PlayerProps {
  readonly analysis: Analysis;
  readonly report: Report;
}

/** Picture and timeline, in step. */
export function Player({ analysis, report }: PlayerProps) {
  const { timeline: t } = useStrings();
  const format = useFormat();
  const { duration_s: durationS } = report.video;
  const observations = report.faces.reduce((sum, { frames }) => sum + frames, 0);
  const [isWanted, setIsWanted] = useState(observations <= MAX_UNASKED);
  const [attempt, setAttempt] = useState(0);
  const { frames, readToS, error } = useFrames(analysis.id, isWanted, attempt);
  const playhead = useMemo(() => new Playhead(durationS), [durationS]);
  const stepS = frames?.stepS ?? expectedStep(report);
  const want = useCallback(() => setIsWanted(true), []);
  return (
    <div className="player">
      <section className="player-top card" aria-label={t.picture}>
        <Stage analysis={analysis} report={report} playhead={playhead} frames={frames} maxS={stepS} />
        {frames !== null && <PeopleNow playhead={playhead} frames={frames} maxS={stepS} />}
        {frames === null && (
          <div className="player-load">
            {error !== null && <Problem error={error} onRetry={() => setAttempt(attempt + 1)} />}
            {isWanted && error === null && (
              <>
                <p role="status">{t.loading} …</p>
                <ProgressBar label={t.loading} value={readToS === null ? null : readToS / durationS} />
              </>
            )}
            {!isWanted && (
              <>
                <p className="report-hint">{t.loadText(format.number(observations))}</p>
                <Button onClick={want}>{t.load}</Button>
              </>
            )}
          </div>
        )}
      </section>
      <Timeline report={report} frames={frames} playhead={playhead} stepS={stepS} onNeedFrames={want} />
    </div>
  );
}

/** Seconds between two frames, from what was asked for. */
function expectedStep({ sampling: { fps, frame_interval: interval }, video }: Report): number {
  const perSecond = fps === null || fps === 0 ? video.fps / (interval ?? 1) : fps;
  return perSecond > 0 ? 1 / perSecond : 1;
}
