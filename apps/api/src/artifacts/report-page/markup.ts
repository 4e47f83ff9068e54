/** Text that is HTML already. Only `html` makes it, so whatever else meets a page is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | null | readonly Markup[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * HTML, or SVG, from a template: markup goes in as it is, everything else as text, null as nothing.
 *
 * @example html`<p>${'a < b'}</p>`.text // '<p>a &lt; b</p>'
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(template.map((text, i) => text + (i < parts.length ? toText(parts[i]) : '')).join(''));
}

function toText(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('\n');
  // Control characters have no place in HTML, escaped or not.
  return [...String(part)]
    .map((character) => ESCAPES[character] ?? (/[\p{Cc}\p{Cs}]/u.test(character) ? '\u{FFFD}' : character))
    .join('');
}
