import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';

import { HomePage } from '../pages/home/home-page.js';
import { NotFoundPage } from '../pages/not-found/not-found-page.js';
import { RequireSession } from '../session/require-session.js';
import { ResumeUploads } from '../uploads/resume-uploads.js';
import { Loading } from '../ui/loading.js';

// Each page is fetched when somebody first goes there.
const SignInPage = lazy(() => import('../pages/sign-in/sign-in-page.js'));
const AnalysesPage = lazy(() => import('../pages/analyses/analyses-page.js'));
const UploadPage = lazy(() => import('../pages/upload/upload-page.js'));
const LivePage = lazy(() => import('../pages/live/live-page.js'));
const ComparePage = lazy(() => import('../pages/compare/compare-page.js'));
const OperatePage = lazy(() => import('../pages/operate/operate-page.js'));
const ReportPage = lazy(() => import('../pages/report/report-page.js'));

/** What is shown at which address; the API serves the page at the same ones. */
export const Routes = () => (
  <Suspense fallback={<Loading />}>
    <Switch>
      <Route path="/sign-in" component={SignInPage} />
      <Route>
        <RequireSession>
          <ResumeUploads />
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/analyses" component={AnalysesPage} />
            <Route path="/analyses/:id">{({ id }) => <ReportPage key={id} id={id} />}</Route>
            <Route path="/compare" component={ComparePage} />
            <Route path="/upload" component={UploadPage} />
            <Route path="/live" component={LivePage} />
            <Route path="/operate" component={OperatePage} />
            <Route path="/index.html">
              <Redirect to="/" replace />
            </Route>
            <Route component={NotFoundPage} />
          </Switch>
        </RequireSession>
      </Route>
    </Switch>
  </Suspense>
);
