import {
  type Analysis,
  type AnalysisFacts,
  analysisOptionsSchema,
  type DeletionReceipt,
  presentAnalysis,
  type Video,
} from '@eyeline/contracts';

import { EXAMPLE_ADDRESS, EXAMPLE_IDS } from './example-ids.js';

export const EXAMPLE_VIDEO: Video = {
  duration_s: 20.2,
  width: 640,
  height: 360,
  fps: 25,
  codec: 'h264',
  rotation: 0,
  variable_frame_rate: false,
  size_bytes: 1632292,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

const FACTS: AnalysisFacts = {
  id: EXAMPLE_IDS.analysis,
  status: 'completed',
  progress: 1,
  stage: 'completed',
  createdAt: new Date('2026-11-02T09:30:00Z'),
  startedAt: new Date('2026-11-02T09:30:01Z'),
  completedAt: new Date('2026-11-02T09:30:06Z'),
  expiresAt: new Date('2026-12-02T09:30:06Z'),
  tag: 'talk',
  metadata: { room: 'A' },
  options: analysisOptionsSchema.parse({ sampling_fps: 5 }),
  video: EXAMPLE_VIDEO,
  error: null,
};

export const EXAMPLE_ANALYSIS: Analysis = presentAnalysis(FACTS, EXAMPLE_ADDRESS);

/** The same, just started. */
export const EXAMPLE_QUEUED_ANALYSIS: Analysis = presentAnalysis(
  {
    ...FACTS,
    ...{ status: 'queued', stage: 'queued', progress: 0, video: null },
    ...{ startedAt: null, completedAt: null, expiresAt: null },
  },
  EXAMPLE_ADDRESS,
);

export const EXAMPLE_RECEIPT: DeletionReceipt = {
  id: EXAMPLE_IDS.analysis,
  object: 'analysis',
  deleted: true,
  deleted_at: '2026-11-02T10:00:00.000Z',
  objects_deleted: 2,
};
