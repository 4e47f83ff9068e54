/** Where the examples of the OpenAPI document say that the API is. */
export const EXAMPLE_ADDRESS = 'http://127.0.0.1:3000';

/** The ids that the examples name. A test that replays an example puts real ones in their place. */
export const EXAMPLE_IDS = {
  analysis: 'an_01ke3p8z5q7m2vxr0w9c',
  upload: 'up_01ke3p8z5q7m2vxr0w9c',
  endpoint: 'we_5f0c2d9a4b7e1c3f8a6d',
  delivery: 'msg_5f0c2d9a4b7e1c3f8a6d9b2e',
  job: 'an_01ke3p8z5q7m2vxr0w9c.1.analyse-segment.0',
  session: 'visit-2026-11-02',
  request: '3b1f8f0e-6a52-4a0b-9d0c-1f6a3c1d2b90',
} as const;

/** Where the endpoint of the examples is. */
export const EXAMPLE_RECEIVER = 'https://example.com/hooks/eyeline';

/** A word for a parameter of a path, by its name and by what the path begins with. */
export function examplePathParameter(path: string, name: string): string | undefined {
  if (name === 'upload_id') return EXAMPLE_IDS.upload;
  if (name === 'session_id') return EXAMPLE_IDS.session;
  if (name === 'face_id') return '1';
  if (name === 'queue') return 'analyse-segment';
  if (name !== 'id') return undefined;
  if (path.startsWith('/v1/analyses/')) return EXAMPLE_IDS.analysis;
  if (path.startsWith('/v1/admin/jobs/')) return EXAMPLE_IDS.job;
  if (path.startsWith('/v1/webhook-endpoints/')) return EXAMPLE_IDS.endpoint;
  if (path.startsWith('/v1/webhook-deliveries/')) return EXAMPLE_IDS.delivery;
  return undefined;
}
