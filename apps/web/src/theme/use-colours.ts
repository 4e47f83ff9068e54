import { useMemo, useSyncExternalStore } from 'react';

import { themeSetting } from './theme.js';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

const subscribe = (listener: () => void): (() => void) => {
  const leave = themeSetting.subscribe(listener);
  darkQuery.addEventListener('change', listener);
  return () => {
    leave();
    darkQuery.removeEventListener('change', listener);
  };
};

const isDarkNow = (): boolean => {
  const theme = themeSetting.get();
  return theme === 'system' ? darkQuery.matches : theme === 'dark';
};

/** Whether the page is dark now. */
export const useIsDark = (): boolean => useSyncExternalStore(subscribe, isDarkNow);

/**
 * Tokens of tokens.css as a canvas takes them, read anew when the theme changes.
 *
 * @example const [line] = useColours(['line'])
 */
export function useColours<const T extends readonly string[]>(names: T): { [K in keyof T]: string } {
  const isDark = useIsDark();
  const list = names.join();
  return useMemo(
    () => list.split(',').map((name) => readColour(name, isDark)) as { [K in keyof T]: string },
    [list, isDark],
  );
}

/** A token does not change while the page is there; each look at one makes the browser compute styles. */
const known = new Map<string, string>();

function readColour(name: string, isDark: boolean): string {
  const key = `${name} ${isDark}`;
  const colour = known.get(key) ?? computeColour(name, isDark);
  known.set(key, colour);
  return colour;
}

/** `light-dark()` has a value only where it is used as a colour. */
function computeColour(name: string, isDark: boolean): string {
  const probe = document.createElement('span');
  probe.style.colorScheme = isDark ? 'dark' : 'light';
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
