/** What was just done, in a line that appears for a while and is read aloud. */
export interface Announcement {
  readonly id: number;
  readonly text: string;
}

const SHOWN_MS = 7000;

let current: Announcement | null = null;
let timer = 0;
const listeners = new Set<() => void>();

const show = (announcement: Announcement | null): void => {
  current = announcement;
  listeners.forEach((listener) => listener());
};

export function announce(text: string): void {
  window.clearTimeout(timer);
  show({ id: (current?.id ?? 0) + 1, text });
  timer = window.setTimeout(() => show(null), SHOWN_MS);
}

export const currentAnnouncement = (): Announcement | null => current;

export function onAnnouncement(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
