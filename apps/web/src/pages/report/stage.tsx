import './stage.css';

import { type Analysis, type Report } from '@eyeline/client/browser';
import { useCallback, useState } from 'react';

import { type Playhead } from '../../charts/playhead.js';
import { type FramesReader } from '../../frames/frames-reader.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Switch } from '../../ui/switch.js';
import { PeopleOverlay } from './people-overlay.js';
import { StageVideo } from './stage-video.js';
import { isSameLength, useVideoSource } from './use-video-source.js';

interface StageProps {
  readonly analysis: Analysis;
  readonly report: Report;
  readonly playhead: Playhead;
  readonly frames: FramesReader | null;
  readonly maxS: number;
}

/** The picture at the time that is looked at: the video where there is one, with boxes over it; else the boxes alone. */
export function Stage({ analysis, report, playhead, frames, maxS }: StageProps) {
  const { timeline: t } = useStrings();
  const format = useFormat();
  const { source, choose, giveUp, own } = useVideoSource(analysis, report);
  const [hasBoxes, setHasBoxes] = useState(true);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { width, height, duration_s: durationS } = report.video;
  const isLocal = source?.kind === 'local';
  const checkLength = useCallback(
    (lengthS: number) => {
      if (!isLocal || isSameLength(lengthS, durationS)) return;
      setRefusal(t.wrongFile(format.seconds(lengthS), format.seconds(durationS)));
      giveUp();
    },
    // What `giveUp` does never changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [isLocal, durationS, t, format],
  );
  const isDrawn = source?.kind !== 'annotated';
  return (
    <div className="stage">
      <div
        className="stage-picture"
        style={{
          aspectRatio: `${width} / ${height}`,
          maxWidth: `calc(min(62dvh, 34rem) * ${width / height})`,
        }}
      >
        {source !== null && (
          <StageVideo
            source={source}
            playhead={playhead}
            onLength={checkLength}
            onUnplayable={() => {
              setRefusal(t.unplayable);
              giveUp();
            }}
          />
        )}
        {isDrawn && hasBoxes && frames !== null && (
          <PeopleOverlay playhead={playhead} frames={frames} maxS={maxS} videoWidth={width} />
        )}
      </div>
      <div className="stage-controls">
        <span className="stage-file">
          <span className="button button-plain" aria-hidden="true">
            <Icon name="film" />
            {t.chooseFile}
          </span>
          <input
            type="file"
            accept="video/*"
            aria-label={t.chooseFile}
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file === undefined) return;
              setRefusal(null);
              choose(file);
              target.value = '';
            }}
          />
        </span>
        {isLocal && own !== null && (
          <Button onClick={giveUp}>{own.kind === 'kept' ? t.useKept : t.useAnnotated}</Button>
        )}
        {isDrawn && (
          <Switch checked={hasBoxes} onChange={setHasBoxes}>
            {t.boxes}
          </Switch>
        )}
      </div>
      {refusal !== null && (
        <p role="alert" className="stage-refusal">
          {refusal}
        </p>
      )}
      <p className="report-hint">
        {source === null
          ? t.noVideo
          : { kept: t.keptNote, annotated: t.annotatedNote, local: t.localNote(source.name) }[source.kind]}
      </p>
    </div>
  );
}
