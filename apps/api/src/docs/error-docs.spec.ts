import { ERROR_TABLE, errorDocsPath, type ErrorCode } from '@eyeline/contracts';

import { readErrorDocs, renderErrorDocs } from './error-docs.js';

const sections = new Map(
  readErrorDocs()
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
);

describe('docs/errors.md', () => {
  it('explains every code of the table and no other', () => {
    expect([...sections.keys()].sort()).toEqual(Object.keys(ERROR_TABLE).sort());
  });

  it.each(Object.entries(ERROR_TABLE))(
    '%s: states its status, what to do and whether a retry helps',
    (code, entry) => {
      const section = sections.get(code) ?? '';
      expect(section).toContain(`\n\nStatus ${entry.status}. `);
      expect(section).toContain('What to do: ');
      expect(/Retry (helps|does not help)/.exec(section)?.[1]).toBe(
        entry.retryable ? 'helps' : 'does not help',
      );
    },
  );

  it('is rendered with an anchor for every problem type', () => {
    const page = renderErrorDocs(readErrorDocs());
    for (const code of Object.keys(ERROR_TABLE) as ErrorCode[]) {
      const [path, anchor] = errorDocsPath(code).split('#');
      expect(path).toBe('/docs/errors');
      expect(page).toContain(`<h2 id="${anchor}">`);
    }
  });

  it('renders text as text', () => {
    expect(renderErrorDocs('## a<b>\n\nUse `x<y>` & **now**')).toContain(
      '<h2 id="a&lt;b&gt;">a&lt;b&gt;</h2>\n<p>Use <code>x&lt;y&gt;</code> &amp; <strong>now</strong></p>',
    );
  });
});
