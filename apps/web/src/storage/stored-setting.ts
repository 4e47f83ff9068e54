import { useSyncExternalStore } from 'react';

/** A choice of the user that outlives the page, in `localStorage`; other tabs follow. */
export interface StoredSetting<T extends string> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** @param fallback what holds as long as nothing valid is stored, or where the browser stores nothing */
export function storedSetting<T extends string>(
  name: string,
  values: readonly T[],
  fallback: () => T,
): StoredSetting<T> {
  const key = `eyeline.${name}`;
  const listeners = new Set<() => void>();
  let held: T | null = null;
  const read = (): T => {
    const stored = readItem(key);
    return values.find((value) => value === stored) ?? fallback();
  };
  const tell = (): void => listeners.forEach((listener) => listener());
  window.addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return;
    held = null;
    tell();
  });
  return {
    get: () => (held ??= read()),
    set: (value) => {
      held = value;
      writeItem(key, value);
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStoredSetting<T extends string>(setting: StoredSetting<T>): [T, (value: T) => void] {
  return [useSyncExternalStore(setting.subscribe, setting.get), setting.set];
}

/** Browsers that are told to store nothing throw; the choice then holds for this page alone. */
export function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

export function writeItem(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
