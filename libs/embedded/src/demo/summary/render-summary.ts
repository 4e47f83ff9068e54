import { basename } from 'node:path';
import { type Analysis, EMOTIONS, type FaceSummary, type Report } from '@eyeline/contracts';

import { type Style } from '../../terminal/style.js';
import { renderBar } from '../progress-display.js';
import { drawTimeline } from './emotion-timeline.js';
import { EMOTION_COLOURS, count, formatPercent, formatTime, wrapText } from './format.js';

export interface SummaryInput {
  readonly videoPath: string;
  readonly report: Report;
  /** Its times say how fast it went. */
  readonly analysis: Analysis;
}

const INDENT = '  ';
const LISTED_PEOPLE = 10;
const LISTED_EPISODES = 6;
const LABEL_WIDTH = 13;

const more = (total: number, listed: number, what: string): string[] =>
  total > listed ? [`... and ${total - listed} more ${what}`] : [];

function describeVideo({ report: { video } }: SummaryInput): string {
  const size = `${video.width}x${video.height}`;
  const rate = `${Number(video.fps.toFixed(2))} frames/s${video.variable_frame_rate ? ' (variable)' : ''}`;
  return `${formatTime(video.duration_s)} min, ${size}, ${rate}, ${video.codec}`;
}

function describePeople({ report }: SummaryInput): string {
  const analyzed = report.total_frames_analyzed;
  if (report.faces.length === 0) return `nobody was seen in ${count(analyzed, 'frame')}`;
  const people = count(report.faces.length, 'person', 'people');
  return `${people}, in ${report.frames_with_face} of ${count(analyzed, 'frame')}`;
}

function drawShares({ report }: SummaryInput, style: Style): string[] {
  return EMOTIONS.map((emotion) => ({ emotion, share: report.average_emotion_scores[emotion] }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .map(({ emotion, share }) => {
      const bar = style.paint(EMOTION_COLOURS[emotion], renderBar(share / 100, 40));
      return `${emotion.padEnd(LABEL_WIDTH)}${bar} ${formatPercent(share).padStart(5)}`;
    });
}

function describeEyeContact({ report }: SummaryInput): string[] {
  const { episodes, longest_s: longestS, score, unknown_share: unknownShare } = report.eye_contact;
  if (unknownShare === null) return [];
  if (score === null) return ['unknown: no eyes are large enough to be read'];
  const isAlone = report.faces.length === 1;
  const listed = [...episodes]
    .sort((a, b) => b.end_s - b.start_s - (a.end_s - a.start_s))
    .slice(0, LISTED_EPISODES)
    .sort((a, b) => a.start_s - b.start_s || a.face_id - b.face_id);
  return [
    `${formatPercent(score)} of the time ${unknownShare > 0 ? 'eyes could be read' : 'a face was seen'}` +
      (episodes.length === 0 ? '' : `, longest ${longestS.toFixed(1)} s`),
    ...listed.map(({ face_id, start_s, end_s }) => {
      const who = isAlone ? '' : `person ${face_id}  `;
      const range = `${formatTime(start_s, 1)} - ${formatTime(end_s, 1)}`;
      return `${who}${range}  (${(end_s - start_s).toFixed(1)} s)`;
    }),
    ...more(episodes.length, LISTED_EPISODES, 'episodes'),
  ];
}

function describeEachPerson({ report }: SummaryInput, style: Style): string[] {
  if (report.faces.length < 2) return [];
  const rows = report.faces.slice(0, LISTED_PEOPLE).map((face) => {
    const emotion = face.dominant_emotion;
    const share = formatPercent(face.average_emotion_scores[emotion]);
    const mood = style.paint(EMOTION_COLOURS[emotion], emotion.padEnd(8)) + share.padStart(6);
    const looks = `eye contact ${formatEyeContact(face).padStart(UNKNOWN.length)}`;
    const seen = `${formatTime(face.first_seen_s)} - ${formatTime(face.last_seen_s)}`;
    return `person ${String(face.face_id).padEnd(3)} ${mood}   ${looks}   ${seen}`;
  });
  return [...rows, ...more(report.faces.length, LISTED_PEOPLE, 'people')];
}

const UNKNOWN = 'unknown';

const formatEyeContact = ({ eye_contact_score: score }: FaceSummary): string =>
  score === null ? UNKNOWN : formatPercent(score);

/** Null when the analysis has no times, or took none that the clock could tell. */
export function measureSpeed({
  report,
  analysis,
}: SummaryInput): { tookS: number; timesRealTime: number; framesPerS: number } | null {
  if (analysis.started_at === null || analysis.completed_at === null) return null;
  const tookS = (Date.parse(analysis.completed_at) - Date.parse(analysis.started_at)) / 1000;
  if (tookS <= 0) return null;
  return {
    tookS,
    timesRealTime: report.video.duration_s / tookS,
    framesPerS: report.total_frames_analyzed / tookS,
  };
}

function describeSpeed(input: SummaryInput): string[] {
  const speed = measureSpeed(input);
  if (speed === null) return [];
  const times = speed.timesRealTime >= 10 ? speed.timesRealTime.toFixed(0) : speed.timesRealTime.toFixed(1);
  const { execution_provider: provider } = input.report.engine;
  const frames = `${Math.round(speed.framesPerS)} frames/s`;
  return [`${speed.tookS.toFixed(1)} s: ${times} times real time, ${frames} on the ${provider}`];
}

function describeTrouble({ report }: SummaryInput): string[] {
  const gaps = report.sampling.gaps.map(
    ({ start_s, end_s, reason }) =>
      `${formatTime(start_s, 1)} - ${formatTime(end_s, 1)} is missing: ${reason}`,
  );
  return [
    ...report.warnings.map(({ message }) => message),
    ...gaps.slice(0, LISTED_EPISODES),
    ...more(gaps.length, LISTED_EPISODES, 'gaps'),
  ];
}

/**
 * The report as a person likes to read it, in lines of at most `width` characters (not counting colours).
 *
 * @param width columns of the terminal; at least 60 are assumed
 */
export function renderSummary(
  input: SummaryInput,
  { width, style }: { width: number; style: Style },
): string {
  const { report } = input;
  const labelled = (label: string, lines: readonly string[]) =>
    lines.map(
      (line, i) => (i === 0 ? style.bold(label.padEnd(LABEL_WIDTH)) : ' '.repeat(LABEL_WIDTH)) + line,
    );
  const headed = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', style.bold(title), ...lines];
  const drawingWidth = Math.max(60, Math.min(width, 100)) - INDENT.length;
  const trouble = describeTrouble(input).flatMap((line) => wrapText(line, drawingWidth - LABEL_WIDTH));
  const hasFaces = report.faces.length > 0;
  const lines = [
    style.bold(basename(input.videoPath)),
    ...labelled('Video', [describeVideo(input)]),
    ...labelled('People', [describePeople(input)]),
    ...(hasFaces ? headed('Emotions over time', drawTimeline(report.timeline, drawingWidth, style)) : []),
    ...headed('Share of each emotion', hasFaces ? drawShares(input, style) : []),
    ...headed('Each person', describeEachPerson(input, style)),
    '',
    ...labelled('Eye contact', describeEyeContact(input)),
    ...labelled('Speed', describeSpeed(input)),
    ...labelled(
      'Please note',
      trouble.map((line) => style.paint('orange', line)),
    ),
  ];
  return lines.map((line) => (line === '' ? '' : INDENT + line)).join('\n');
}
