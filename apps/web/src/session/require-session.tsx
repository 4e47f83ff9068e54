import { EyelineError } from '@eyeline/client/browser';
import { type ReactNode } from 'react';
import { Redirect, useLocation } from 'wouter';

import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { useMeQuery } from './me.js';
import { signInAddress } from './return-address.js';

/** Shows what is inside once it is known who asks; leads to the sign-in page where nobody is signed in. */
export function RequireSession({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useMeQuery();
  const [location] = useLocation();
  if (error instanceof EyelineError && error.status === 401) {
    return <Redirect to={signInAddress(location + window.location.search)} replace />;
  }
  if (data !== undefined) return children;
  if (error === null) return <Loading />;
  return (
    <Page title="Eyeline" width="normal">
      <Problem error={error} onRetry={() => void refetch()} />
    </Page>
  );
}
