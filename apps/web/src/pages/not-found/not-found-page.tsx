import { useStrings } from '../../strings/language.js';
import { ButtonLink } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';

export function NotFoundPage() {
  const { shell: t } = useStrings();
  return (
    <Page title={t.notFound}>
      <EmptyState icon="search" title={t.notFound} text={t.notFoundText}>
        <ButtonLink href="/" look="primary">
          {t.toStart}
        </ButtonLink>
      </EmptyState>
    </Page>
  );
}
