import { type WebhookEndpointWithSecret } from '@eyeline/client/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { client } from '../../api/client.js';
import { useStrings } from '../../strings/language.js';
import { announce } from '../../ui/announcements.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Problem } from '../../ui/problem.js';
import { ENDPOINTS_KEY } from './use-webhooks.js';

interface EndpointDialogProps {
  readonly id: string;
  readonly url: string;
  readonly onClose: () => void;
}

interface RotateDialogProps extends EndpointDialogProps {
  /** The answer alone holds the new secret. */
  readonly onRotated: (endpoint: WebhookEndpointWithSecret) => void;
}

/** A new secret for an endpoint, after a question. */
export function RotateDialog({ id, url, onClose, onRotated }: RotateDialogProps) {
  const { webhooks: t, shell } = useStrings();
  const rotate = useMutation({
    mutationFn: () => client.webhookEndpoints.rotateSecret(id),
    onSuccess: onRotated,
  });
  return (
    <Dialog
      title={t.rotateTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" disabled={rotate.isPending} onClick={() => rotate.mutate()}>
            {t.rotateConfirm}
          </Button>
        </>
      }
    >
      <p>{t.rotateText(url)}</p>
      {rotate.error !== null && <Problem error={rotate.error} />}
    </Dialog>
  );
}

/** Away with an endpoint, after a question. */
export function DeleteEndpointDialog({ id, url, onClose }: EndpointDialogProps) {
  const { webhooks: t, shell } = useStrings();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => client.webhookEndpoints.delete(id),
    onSuccess: async () => {
      announce(t.deleted(url));
      await queryClient.invalidateQueries({ queryKey: ENDPOINTS_KEY });
      onClose();
    },
  });
  return (
    <Dialog
      title={t.deleteTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="danger" icon="trash" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {t.delete}
          </Button>
        </>
      }
    >
      <p>{t.deleteText(url)}</p>
      {remove.error !== null && <Problem error={remove.error} />}
    </Dialog>
  );
}
