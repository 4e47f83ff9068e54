import './report-files.css';

import { type Analysis, type Report } from '@eyeline/client/browser';

import { useStrings } from '../../strings/language.js';
import { hasAnnotatedVideo } from '../../report/annotated-video.js';
import { DownloadLink } from '../../ui/button.js';

interface ReportFilesProps {
  readonly analysis: Analysis;
  readonly report: Report;
}

/** What the service gives of a completed analysis. */
export function ReportFiles({ analysis: { id, options }, report }: ReportFilesProps) {
  const { analyses: words, report: t } = useStrings();
  const at = `/v1/analyses/${encodeURIComponent(id)}`;
  return (
    <section className="report-section card" aria-labelledby="downloads">
      <h2 id="downloads">{t.downloads}</h2>
      <div className="report-files">
        <h3 id="report-files">{t.reportFile}</h3>
        <div role="group" aria-labelledby="report-files">
          <DownloadLink href={`${at}/report`}>JSON</DownloadLink>
          <DownloadLink href={`${at}/artifacts/report.html`}>HTML</DownloadLink>
          <DownloadLink href={`${at}/artifacts/captions.vtt`}>{t.captions}</DownloadLink>
          {hasAnnotatedVideo(options, report) && (
            <DownloadLink href={`${at}/artifacts/annotated.mp4`}>{words.annotatedVideo}</DownloadLink>
          )}
        </div>
        <h3 id="frame-files">{t.framesFile}</h3>
        <div role="group" aria-labelledby="frame-files">
          {(['csv', 'parquet', 'ndjson'] as const).map((format) => (
            <DownloadLink key={format} href={`${at}/frames?format=${format}`}>
              {{ csv: 'CSV', parquet: 'Parquet', ndjson: 'NDJSON' }[format]}
            </DownloadLink>
          ))}
          <DownloadLink href={`${at}/frames`}>JSON</DownloadLink>
        </div>
      </div>
    </section>
  );
}
