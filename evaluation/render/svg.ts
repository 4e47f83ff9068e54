const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ESCAPES[character]);

/** A tenth of a pixel is enough. */
export const roundPlace = (value: number): number => Math.round(value * 10) / 10;
