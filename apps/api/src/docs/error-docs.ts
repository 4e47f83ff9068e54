import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The text of docs/errors.md. It lies at the top of the project, a different number of folders up from the sources
 * and from the build.
 */
export function readErrorDocs(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'docs', 'errors.md');
    if (existsSync(path)) return readFileSync(path, 'utf8');
  }
  throw new Error('docs/errors.md is missing beside the API.');
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const inline = (text: string): string =>
  escape(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');

/**
 * The page behind a problem's `type`: each `## code` becomes a heading with that id. Knows the Markdown that the file
 * uses, which is headings, paragraphs, code spans and bold.
 */
export function renderErrorDocs(markdown: string): string {
  const blocks = markdown.trim().split(/\n{2,}/);
  const body = blocks.map((block) => {
    const heading = /^(#{1,2}) (.+)$/.exec(block);
    if (heading === null) return `<p>${inline(block.replaceAll('\n', ' '))}</p>`;
    const text = heading[2].replaceAll('`', '');
    return heading[1].length === 1
      ? `<h1>${inline(text)}</h1>`
      : `<h2 id="${escape(text)}">${inline(text)}</h2>`;
  });
  return PAGE.replace('{body}', () => body.join('\n'));
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Eyeline: errors</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-family: ui-monospace, monospace; font-size: 1rem; margin-top: 2rem; }
h2:target { background: #ffef9e; }
code { background: #8883; padding: 0 .2em; }
</style>
</head>
<body>
{body}
</body>
</html>
`;
