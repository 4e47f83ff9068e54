import { type Report } from '@eyeline/client/browser';

import { useFormat, useStrings } from '../../strings/language.js';
import { Facts } from '../../ui/facts.js';

/** Where every frame has gone, what is missing, and which file it was. */
export function Ledger({ report: { sampling, video } }: { readonly report: Report }) {
  const { report: t } = useStrings();
  const format = useFormat();
  const { fps, frame_interval: interval, gaps } = sampling;
  return (
    <section className="report-section card" aria-labelledby="ledger">
      <h2 id="ledger">{t.ledger}</h2>
      <p className="report-hint">{t.ledgerText}</p>
      <Facts
        facts={[
          [t.decoded, format.number(sampling.frames_decoded)],
          [t.analyzed, format.number(sampling.frames_analyzed)],
          [t.skipped, format.number(sampling.frames_skipped)],
          [t.failed, format.number(sampling.frames_failed)],
          [t.segments, format.number(sampling.segments)],
          [
            t.sampledBy,
            fps === null || fps === 0
              ? t.everyNth(interval ?? 1)
              : t.perSecond(format.number(fps, fps % 1 === 0 ? 0 : 2)),
          ],
        ]}
      />
      {gaps.length === 0 ? (
        <p>{t.noGaps}</p>
      ) : (
        <div className="report-section">
          <h3>{t.gaps}</h3>
          <ul>
            {gaps.map((gap) => (
              <li key={gap.start_s}>
                {format.clock(gap.start_s)} – {format.clock(gap.end_s)}: {t.gapReasons[gap.reason]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <h3>{t.video}</h3>
      <Facts
        facts={[
          [t.picture, `${video.width} × ${video.height}`],
          [t.rate, `${format.number(video.fps, 2)}/s${video.variable_frame_rate ? ` (${t.variable})` : ''}`],
          [t.codec, video.codec],
          [t.size, format.bytes(video.size_bytes)],
        ]}
      />
      <p className="report-hint">
        {t.checksum} <code>{video.sha256}</code>
      </p>
    </section>
  );
}
