/** The sign-in page, which leads back to where one wanted to go. */
export const signInAddress = (next: string): string =>
  next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;

/** Where the sign-in page leads to: a path of this page alone, whatever its address says. */
export function returnAddress(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  const base = 'http://dashboard.invalid';
  if (!next.startsWith('/') || !URL.canParse(next, base)) return '/';
  const { origin, pathname, search: query } = new URL(next, base);
  return origin === base && !pathname.startsWith('//') ? pathname + query : '/';
}
