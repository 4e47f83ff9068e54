import { storedSetting } from '../storage/stored-setting.js';

export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

export const themeSetting = storedSetting<Theme>('theme', THEMES, () => 'system');

const apply = (): void => {
  const theme = themeSetting.get();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

/** Keeps the page in the theme that is chosen. */
export function followTheme(): void {
  themeSetting.subscribe(apply);
  apply();
}
