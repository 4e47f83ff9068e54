import { useMutation, useQueryClient } from '@tanstack/react-query';

import { client } from '../api/client.js';
import { useStrings } from '../strings/language.js';
import { Button } from '../ui/button.js';

/** Ends the session, and forgets everything that was read in it. */
export function SignOutButton() {
  const { session: t } = useStrings();
  const queryClient = useQueryClient();
  const signOut = useMutation({
    mutationFn: async () => {
      await client.signOut();
      // Whoever uses this browser next has nothing to do with these videos.
      (await import('../uploads/upload-queue.js')).uploadQueue.clear();
    },
    // Asked anew, who is signed in is answered with 401, and that leads to the sign-in page.
    onSuccess: () => queryClient.resetQueries(),
  });
  return (
    <Button look="quiet" onClick={() => signOut.mutate()} disabled={signOut.isPending}>
      {t.signOut}
    </Button>
  );
}
