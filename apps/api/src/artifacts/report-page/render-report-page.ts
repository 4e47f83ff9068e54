import { type Report } from '@eyeline/contracts';

import { writeComparison } from './comparison-section.js';
import { writeCoverage, writeEyeContact, writeModels, writePeople } from './detail-sections.js';
import { formatClock, formatInstant } from './format.js';
import { html, Markup } from './markup.js';
import { writeEmotions, writeSummary, writeTimeline } from './result-sections.js';
import { STYLE } from './style.js';

/** What the page says of an analysis beside its report. */
export interface ReportOccasion {
  /** The client's own word for it. */
  readonly tag: string | null;
  readonly completedAt: Date | null;
}

/** The report as a page for people: one HTML document that needs nothing else, on a screen as on A4. */
export function renderReportPage(report: Report, { tag, completedAt }: ReportOccasion): string {
  const { analysis_id, video } = report;
  const about = [
    ...(tag === null ? [] : [analysis_id]),
    formatClock(video.duration_s),
    `${video.width} × ${video.height}`,
    `${Math.round(video.fps * 100) / 100} frames a second`,
    video.codec,
    ...(completedAt === null ? [] : [formatInstant(completedAt)]),
  ];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${tag ?? analysis_id} – Eyeline report</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header>
          <p class="note">Eyeline report</p>
          <h1>${tag ?? analysis_id}</h1>
          <p class="about">${about.join(' · ')}</p>
        </header>
        ${writeSummary(report)} ${LIMITS} ${writeEmotions(report)} ${writeTimeline(report)}
        ${writeEyeContact(report)} ${writePeople(report)} ${writeComparison(report)} ${writeCoverage(report)}
        ${writeModels(report)}
      </body>
    </html> `.text;
}

/** Exactly the text that the page's policy names the hash of. */
const STYLE_ELEMENT = new Markup(`<style>${STYLE}</style>`);

/** The short form of docs/responsible-use.md. */
const LIMITS = html`<aside class="limits">
  <strong>An expression is not a feeling.</strong> The numbers say which faces these faces resemble, and where
  eyes point; not what a person felt, thought or meant. They are wrong more often for small, dark, blurred,
  covered or turned faces, and for some groups of people. Look at the video before you conclude anything,
  never decide about a person by them, and do not use them at work or in education.
</aside>`;
