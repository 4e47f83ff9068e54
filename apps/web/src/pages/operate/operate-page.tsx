import './operate-page.css';

import { useMe } from '../../session/me.js';
import { useStrings } from '../../strings/language.js';
import { Page } from '../../ui/page.js';
import { FailedJobs } from './failed-jobs.js';
import { Queues } from './queues.js';
import { Webhooks } from './webhooks.js';
import { Workers } from './workers.js';

/** Queues know no projects: the board with all of them is shown to admins of this one. */
const BOARD_PROJECT = 'default';

/** What an operator looks at, and what they do about it. */
export default function OperatePage() {
  const { operate: t } = useStrings();
  const { scopes, project } = useMe();
  if (!scopes.includes('admin')) {
    return (
      <Page title={t.title}>
        <p>{t.needsAdmin}</p>
      </Page>
    );
  }
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        project === BOARD_PROJECT ? (
          // A page of the API's own, which the router does not know.
          <a className="button button-plain" href="/admin/queues">
            {t.board}
          </a>
        ) : undefined
      }
    >
      <Queues />
      <FailedJobs />
      <Workers />
      <Webhooks />
    </Page>
  );
}
