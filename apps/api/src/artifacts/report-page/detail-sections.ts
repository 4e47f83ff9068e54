import { type Report } from '@eyeline/contracts';

import {
  formatCount,
  formatDegrees,
  formatMoment,
  formatPercent,
  formatSeconds,
  formatShare,
  tellHidden,
} from './format.js';
import { html, type Markup } from './markup.js';

/** What more there is than this is counted: a page is for people to read. */
const MOST_LOOKS = 5;
const MOST_ROWS = 100;
const MOST_GAPS = 20;

export function writeEyeContact({ eye_contact: { episodes, longest_s } }: Report): Markup {
  if (episodes.length === 0) return html``;
  const longest = [...episodes]
    .sort((one, other) => other.end_s - other.start_s - (one.end_s - one.start_s))
    .slice(0, MOST_LOOKS);
  return html`<section>
    <h2>Eye contact</h2>
    <p>
      ${formatCount(episodes.length)} ${episodes.length === 1 ? 'stretch' : 'stretches'} of eye contact, the
      longest of
      ${formatSeconds(longest_s)}.${tellHidden(episodes.length - longest.length, 'the longest are listed')}
    </p>
    <table>
      <thead>
        <tr>
          <th>person</th>
          <th class="n">from</th>
          <th class="n">to</th>
          <th class="n">length</th>
        </tr>
      </thead>
      <tbody>
        ${longest.map(
          ({ face_id, start_s, end_s }) =>
            html`<tr>
              <td>${face_id}</td>
              <td class="n">${formatMoment(start_s)}</td>
              <td class="n">${formatMoment(end_s)}</td>
              <td class="n">${formatSeconds(end_s - start_s)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

export function writePeople({ faces }: Report): Markup {
  if (faces.length === 0) return html``;
  return html`<section>
    <h2>People</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>person</th>
            <th class="n">first seen</th>
            <th class="n">last seen</th>
            <th class="n">frames</th>
            <th class="n">of the picture</th>
            <th>expression</th>
            <th class="n">confidence</th>
            <th class="n">eye contact</th>
            <th class="n">blinks</th>
            <th class="n">yaw, pitch, roll</th>
            <th class="n">quality</th>
          </tr>
        </thead>
        <tbody>
          ${faces.slice(0, MOST_ROWS).map(
            (face) =>
              html`<tr>
                <td>${face.face_id}</td>
                <td class="n">${formatMoment(face.first_seen_s)}</td>
                <td class="n">${formatMoment(face.last_seen_s)}</td>
                <td class="n">${formatCount(face.frames)}</td>
                <td class="n">${formatPercent(face.screen_share * 100)}</td>
                <td>${face.dominant_emotion}</td>
                <td class="n">${formatShare(face.average_confidence_score)}</td>
                <td class="n">${formatPercent(face.eye_contact_score)}</td>
                <td class="n">${face.blinks == null ? '–' : formatCount(face.blinks.count)}</td>
                <td class="n">
                  ${[face.mean_head_pose.yaw, face.mean_head_pose.pitch, face.mean_head_pose.roll].map(formatDegrees).join(', ')}
                </td>
                <td class="n">${formatShare(face.quality)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="note">
      Means over each person's observations. Quality (0 to 1) is low for small, blurred or turned
      faces.${tellHidden(faces.length - MOST_ROWS, 'the first are listed')}
    </p>
  </section>`;
}

export function writeCoverage({ sampling, warnings }: Report): Markup {
  const { frames_decoded, frames_analyzed, frames_skipped, frames_failed, gaps } = sampling;
  const rate =
    sampling.frame_interval === null
      ? `${sampling.fps} frames a second`
      : `every ${sampling.frame_interval}. frame`;
  return html`<section>
    <h2>What was looked at</h2>
    <p>
      Sampled at ${rate}: ${formatCount(frames_decoded)} frames decoded, ${formatCount(frames_analyzed)}
      analysed, ${formatCount(frames_skipped)} skipped as too dark, ${formatCount(frames_failed)} failed.
      ${gaps.length === 0 ? 'No gaps.' : ''}
    </p>
    ${
      gaps.length === 0
        ? null
        : html`<table>
              <thead>
                <tr>
                  <th>gap</th>
                  <th class="n">from</th>
                  <th class="n">to</th>
                </tr>
              </thead>
              <tbody>
                ${gaps.slice(0, MOST_GAPS).map(
                  ({ reason, start_s, end_s }) =>
                    html`<tr>
                      <td>${reason}</td>
                      <td class="n">${formatMoment(start_s)}</td>
                      <td class="n">${formatMoment(end_s)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
            <p class="note">${tellHidden(gaps.length - MOST_GAPS, 'the first are listed')}</p>`
    }
    ${
      warnings.length === 0
        ? html`<p>No warnings.</p>`
        : html`<ul class="warnings">
            ${warnings.map(({ code, message }) => html`<li>${message} <span class="mono">${code}</span></li>`)}
          </ul>`
    }
  </section>`;
}

export function writeModels({ models, engine }: Report): Markup {
  return html`<section>
    <h2>How it was made</h2>
    <p>Eyeline ${engine.version}, on ${engine.execution_provider}.</p>
    <table>
      <thead>
        <tr>
          <th>network</th>
          <th>name</th>
          <th>version</th>
          <th>sha256</th>
        </tr>
      </thead>
      <tbody>
        ${models.map(
          ({ role, name, version, sha256 }) =>
            html`<tr>
              <td>${role}</td>
              <td>${name}</td>
              <td>${version}</td>
              <td class="mono">${sha256.slice(0, 16)}…</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
