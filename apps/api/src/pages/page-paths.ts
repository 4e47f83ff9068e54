/** The addresses of the dashboard's pages, beside `/`: as routes of the API. Which page it is, the page itself finds out. */
export const PAGE_PATHS = [
  ...(['upload', 'analyses', 'analyses/:id', 'compare', 'live', 'operate', 'sign-in', 'index.html'] as const),
];

/** Files that browsers look for at the top. */
export const TOP_FILES = ['favicon.ico', 'favicon.svg', 'manifest.webmanifest', 'robots.txt'] as const;

const PAGE = new RegExp(`^/(${PAGE_PATHS.join('|').replaceAll(':id', '[^/]+')})/?$`);

/** Whether a path leads to the dashboard, which holds no data. */
export const isPagePath = (path: string): boolean =>
  PAGE.test(path) || path.startsWith('/assets/') || (TOP_FILES as readonly string[]).includes(path.slice(1));
