import { type Session, type SessionEnd, type SessionReport } from '@eyeline/contracts';

import { EXAMPLE_ADDRESS, EXAMPLE_IDS } from './example-ids.js';
import { EXAMPLE_REPORT } from './report.examples.js';

const self = `${EXAMPLE_ADDRESS}/v1/sessions/${EXAMPLE_IDS.session}`;

export const EXAMPLE_SESSION: Session = {
  object: 'session',
  session_id: EXAMPLE_IDS.session,
  status: 'open',
  started_at: '2026-11-02T09:30:00.000Z',
  last_frame_at: '2026-11-02T09:30:02.000Z',
  ended_at: null,
  expires_at: '2026-11-02T10:00:02.000Z',
  frames: 10,
  frames_with_face: 10,
  uses_client_time: false,
  links: { self, report: `${self}/report` },
};

export const EXAMPLE_SESSION_END: SessionEnd = { context: 'The first minute of a talk.' };

const { analysis_id: _id, video: _video, comparison: _comparison, ...MEASURED } = EXAMPLE_REPORT;

export const EXAMPLE_SESSION_REPORT: SessionReport = {
  object: 'session_report',
  session_id: EXAMPLE_IDS.session,
  context: 'The first minute of a talk.',
  started_at: '2026-11-02T09:30:00.000Z',
  ended_at: '2026-11-02T09:30:03.000Z',
  duration_s: 2,
  ...MEASURED,
  sampling: { ...MEASURED.sampling, fps: null },
  narrative: null,
};
