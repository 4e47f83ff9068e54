import { type components } from '@eyeline/client/browser';

import { client } from '../../api/client.js';

export type SessionReport = components['schemas']['SessionReport'];

/** Ends a session; the text goes into its report, and to the language model where there is one. */
export async function endSession(id: string, context: string, language: string): Promise<SessionReport> {
  const { data } = await client.api.POST('/v1/sessions/{session_id}/end', {
    params: { path: { session_id: id } },
    body: context.trim() === '' ? { language } : { context: context.trim(), language },
  });
  return data as SessionReport;
}

/** Removes all that was kept of a session. */
export async function deleteSession(id: string): Promise<void> {
  await client.api.DELETE('/v1/sessions/{session_id}', { params: { path: { session_id: id } } });
}
