import { type Analysis } from '@eyeline/client/browser';

import { useStrings } from '../../strings/language.js';
import { DownloadLink } from '../../ui/button.js';

/** What the service gives of a completed analysis. */
export function AnalysisFiles({ analysis: { id, options } }: { readonly analysis: Analysis }) {
  const { analyses: t } = useStrings();
  const at = `/v1/analyses/${encodeURIComponent(id)}`;
  return (
    <>
      <p>
        <a href={`${at}/artifacts/report.html`}>{t.readReport}</a>
      </p>
      <div className="analysis-files">
        <DownloadLink href={`${at}/report`}>JSON</DownloadLink>
        <DownloadLink href={`${at}/frames?format=csv`}>CSV</DownloadLink>
        <DownloadLink href={`${at}/frames?format=parquet`}>Parquet</DownloadLink>
        <DownloadLink href={`${at}/artifacts/report.html`}>HTML</DownloadLink>
        {options.annotated_video === true && (
          <DownloadLink href={`${at}/artifacts/annotated.mp4`}>{t.annotatedVideo}</DownloadLink>
        )}
      </div>
    </>
  );
}
