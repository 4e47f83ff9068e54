import { type Analysis, EyelineError } from '@eyeline/client/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { client } from '../api/client.js';
import { useStrings } from '../strings/language.js';
import { announce } from '../ui/announcements.js';
import { nameOf } from './analysis-name.js';
import { type AnalysisPages, ANALYSES_KEY, without } from './use-analyses.js';
import { analysisKey } from './use-analysis.js';

/** Cancel, retry, delete: what they answer goes into every list and page that shows the analysis. */
export function useAnalysisActions(analysis: Analysis) {
  const { analyses: t } = useStrings();
  const queryClient = useQueryClient();
  const { id } = analysis;
  const name = nameOf(analysis);
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ANALYSES_KEY });
  const tell = (text: string) => async (changed: Analysis) => {
    queryClient.setQueryData(analysisKey(id), changed);
    announce(text);
    await refresh();
  };
  const cancel = useMutation({ mutationFn: () => client.cancel(id), onSuccess: tell(t.canceledNow(name)) });
  const retry = useMutation({ mutationFn: () => client.retry(id), onSuccess: tell(t.retriedNow(name)) });
  const remove = useMutation({
    mutationFn: () => client.delete(id),
    onSuccess: async ({ objects_deleted: files }) => {
      // An answer that was on its way would bring it back for a moment.
      await queryClient.cancelQueries({ queryKey: ANALYSES_KEY });
      queryClient.setQueriesData<AnalysisPages>({ queryKey: ANALYSES_KEY }, (known) => without(known, id));
      announce(t.deleted(name, files));
      await refresh();
    },
    // Somebody else was faster: the list shows it.
    onError: (error) => (error instanceof EyelineError && error.status === 404 ? refresh() : undefined),
  });
  return { cancel, retry, remove };
}
