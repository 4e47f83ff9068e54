import './sign-in-page.css';

import { EyelineError } from '@eyeline/client/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';

import { client } from '../../api/client.js';
import { ME_KEY, useMeQuery } from '../../session/me.js';
import { returnAddress } from '../../session/return-address.js';
import { useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { Problem } from '../../ui/problem.js';
import { ResponsibleUse } from '../../notice/responsible-use.js';

/** Trades an API key for the cookie of a session. */
export default function SignInPage() {
  const { session: t } = useStrings();
  const search = useSearch();
  const [, navigate] = useLocation();
  const queryClient = useQueryClient();
  const { data: me } = useMeQuery();
  const [key, setKey] = useState('');
  const [isShown, setIsShown] = useState(false);
  const signIn = useMutation({
    mutationFn: () => client.signIn(key.trim()),
    onSuccess: (signedIn) => {
      queryClient.setQueryData(ME_KEY, signedIn);
      navigate(returnAddress(search), { replace: true });
    },
  });
  const isWrong = signIn.error instanceof EyelineError && [400, 401].includes(signIn.error.status ?? 0);
  if (me !== undefined && !signIn.isPending) return <Redirect to={returnAddress(search)} replace />;
  return (
    <Page title={t.title} lead={t.lead} width="narrow">
      <form
        className="sign-in card"
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <Field label={t.key} hint={t.keyHint}>
          {(ids) => (
            <input
              {...ids}
              type={isShown ? 'text' : 'password'}
              value={key}
              onChange={(event) => setKey(event.target.value)}
              autoComplete="current-password"
              autoCapitalize="off"
              spellCheck={false}
              required
              aria-invalid={isWrong}
            />
          )}
        </Field>
        <label className="sign-in-show">
          <input type="checkbox" checked={isShown} onChange={(event) => setIsShown(event.target.checked)} />
          {t.show}
        </label>
        {isWrong && (
          <p className="sign-in-wrong" role="alert">
            {t.wrongKey}
          </p>
        )}
        {signIn.error !== null && !isWrong && <Problem error={signIn.error} />}
        <Button type="submit" look="primary" disabled={signIn.isPending}>
          {signIn.isPending ? t.submitting : t.submit}
        </Button>
      </form>
      <ResponsibleUse />
    </Page>
  );
}
