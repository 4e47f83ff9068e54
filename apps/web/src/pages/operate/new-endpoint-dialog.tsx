import { type WebhookEndpoint, type WebhookEndpointWithSecret } from '@eyeline/client/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';

import { client } from '../../api/client.js';
import { useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { Problem } from '../../ui/problem.js';
import { ENDPOINTS_KEY } from './use-webhooks.js';

type WebhookEvent = WebhookEndpoint['events'][number];

const EVENTS = [
  'analysis.completed',
  'analysis.failed',
  'analysis.canceled',
] as const satisfies WebhookEvent[];

interface NewEndpointDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (endpoint: WebhookEndpointWithSecret) => void;
}

/** Where to send to, and of what to tell. */
export function NewEndpointDialog({ onClose, onCreated }: NewEndpointDialogProps) {
  const { webhooks: t, shell } = useStrings();
  const form = useId();
  const queryClient = useQueryClient();
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [events, setEvents] = useState<readonly WebhookEvent[]>(EVENTS);
  const create = useMutation({
    mutationFn: () =>
      client.webhookEndpoints.create({
        url: url.trim(),
        events: [...events],
        description: description.trim() === '' ? null : description.trim(),
      }),
    onSuccess: async (endpoint) => {
      onCreated(endpoint);
      await queryClient.invalidateQueries({ queryKey: ENDPOINTS_KEY });
    },
  });
  return (
    <Dialog
      title={t.addTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button type="submit" form={form} look="primary" disabled={create.isPending || events.length === 0}>
            {t.create}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="endpoint-form"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <Field label={t.url} hint={t.urlHint}>
          {(ids) => (
            <input
              {...ids}
              type="url"
              value={url}
              maxLength={2048}
              onChange={({ target }) => setUrl(target.value)}
              autoComplete="off"
              required
            />
          )}
        </Field>
        <Field label={t.description}>
          {(ids) => (
            <input
              {...ids}
              type="text"
              value={description}
              maxLength={500}
              onChange={({ target }) => setDescription(target.value)}
            />
          )}
        </Field>
        <fieldset>
          <legend>{t.events}</legend>
          {EVENTS.map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={events.includes(name)}
                onChange={({ target }) =>
                  setEvents(target.checked ? [...events, name] : events.filter((one) => one !== name))
                }
              />
              {t.eventNames[name]}
            </label>
          ))}
        </fieldset>
        {create.error !== null && <Problem error={create.error} />}
      </form>
    </Dialog>
  );
}
