import '../../emotions/emotion-colours.css';
import '../../emotions/swatch.css';
import './episodes.css';

import { type Report } from '@eyeline/client/browser';
import { useMemo, useState } from 'react';

import { type Playhead } from '../../charts/playhead.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { firstEpisodes } from './first-episodes.js';

interface EpisodesProps {
  readonly report: Report;
  /** Null: everybody. */
  readonly faceId: number | null;
  readonly playhead: Playhead;
}

/** Hours have thousands of them: so many are there at first, and so many come with each press. */
const PAGE = 24;
const MORE = 48;

/** Stretches of expressions and of eye contact in order of time, each a button that leads there. */
export function Episodes({ report, faceId, playhead }: EpisodesProps) {
  const { report: words, timeline: t, emotions: names } = useStrings();
  const format = useFormat();
  const [shown, setShown] = useState(PAGE);
  const { episodes, total } = useMemo(() => firstEpisodes(report, faceId, shown), [report, faceId, shown]);
  return (
    <section className="report-section" aria-labelledby="episodes">
      <h3 id="episodes">{t.episodes}</h3>
      <p className="report-hint">{total === 0 ? t.noEpisodes : t.episodesText}</p>
      <ul className="episodes">
        {episodes.map(({ face_id: id, kind, start_s: startS, end_s: endS }) => {
          const what = kind === 'eye-contact' ? t.eyeContact : names[kind];
          const [from, to] = [format.clock(startS), format.clock(endS)];
          return (
            <li key={`${id} ${kind} ${startS}`}>
              <button type="button" onClick={() => playhead.moveTo(startS)}>
                <span
                  className={`swatch ${kind === 'eye-contact' ? 'swatch-eye-contact' : `emotion-${kind}`}`}
                  aria-hidden="true"
                />
                <span>
                  {words.person(id)} · {what}
                </span>
                <span>
                  {from} – {to}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {total > shown && (
        <div>
          <Button onClick={() => setShown(shown + MORE)}>
            {t.moreEpisodes(Math.min(MORE, total - shown))}
          </Button>
        </div>
      )}
    </section>
  );
}
