import { client } from '../api/client.js';
import { NAME_FIELD } from '../analyses/analysis-name.js';
import { findFile, forgetFile, keepFile } from './kept-files.js';
import { noteUploads, readNotedUploads } from './noted-uploads.js';
import { isAtRisk, isSameFile, newItem, type UploadItem, type UploadWishes } from './upload-item.js';

/** So many travel at once: more would only share the line. */
const MAX_SENDING = 2;

/** The videos on their way, for as long as the page is open, whichever part of it is shown. */
class UploadQueue {
  private items: readonly UploadItem[] = readNotedUploads();
  private readonly stops = new Map<string, AbortController>();
  private readonly listeners = new Set<() => void>();

  constructor() {
    void this.findKeptFiles();
    window.addEventListener('beforeunload', (event) => {
      // What is kept goes on by itself after a reload; the rest is worth a question.
      if (this.items.some(isAtRisk)) event.preventDefault();
    });
  }

  readonly list = (): readonly UploadItem[] => this.items;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes files in; one that an earlier page could not finish goes on where it was. */
  add(files: readonly File[], wishes: UploadWishes): void {
    for (const file of files) {
      const missing = this.items.find((item) => item.state === 'missing' && isSameFile(item, file));
      if (missing !== undefined) this.change(missing.id, { file, state: 'waiting' });
      else this.take(newItem(file, wishes), file);
    }
    this.startNext();
  }

  pause(id: string): void {
    this.change(id, { state: 'paused' });
    this.stops.get(id)?.abort();
    this.startNext();
  }

  resume(id: string): void {
    this.change(id, { state: 'waiting', error: null });
    this.startNext();
  }

  /** Gives it up, or takes it off the list when it has arrived. What has arrived in part goes after a day. */
  remove(id: string): void {
    this.put(this.items.filter((item) => item.id !== id));
    this.stops.get(id)?.abort();
    void forgetFile(id);
    this.startNext();
  }

  /** Gives up all of them, and keeps no file. */
  clear(): void {
    for (const { id } of this.items) this.remove(id);
  }

  private take(item: UploadItem, file: File): void {
    this.put([...this.items, item]);
    void keepFile(item.id, file).then((isKept) => {
      if (this.items.some(({ id, state }) => id === item.id && state !== 'sent'))
        this.change(item.id, { isKept });
      else void forgetFile(item.id);
    });
  }

  private async findKeptFiles(): Promise<void> {
    for (const { id } of this.items) {
      const file = await findFile(id);
      if (file !== null) this.change(id, { file, isKept: true, state: 'waiting' });
    }
    this.startNext();
  }

  private startNext(): void {
    for (const item of this.items.filter(({ state }) => state === 'waiting')) {
      if (this.stops.size >= MAX_SENDING) return;
      if (item.file !== null && !this.stops.has(item.id)) void this.send(item, item.file);
    }
  }

  private async send(item: UploadItem, file: File): Promise<void> {
    const { id, wishes } = item;
    const stop = new AbortController();
    this.stops.set(id, stop);
    this.change(id, { state: 'sending' });
    try {
      const analysis = await client.analyze(file, {
        upload: 'pieces',
        options: wishes.options,
        ...(wishes.tag === null ? {} : { tag: wishes.tag }),
        metadata: { [NAME_FIELD]: item.name },
        // The same after a reload: one upload starts one analysis.
        idempotencyKey: id,
        signal: stop.signal,
        onProgress: ({ sentBytes }) => this.change(id, { sentBytes }),
      });
      this.change(id, { state: 'sent', sentBytes: file.size, analysisId: analysis.id, file: null });
      void forgetFile(id);
    } catch (error) {
      // Stopped by the user, the state says why already.
      if (!stop.signal.aborted) this.change(id, { state: 'failed', error });
    } finally {
      this.stops.delete(id);
      this.startNext();
    }
  }

  private change(id: string, changes: Partial<UploadItem>): void {
    this.put(this.items.map((item) => (item.id === id ? { ...item, ...changes } : item)));
  }

  private put(items: readonly UploadItem[]): void {
    this.items = items;
    noteUploads(items);
    this.listeners.forEach((listener) => listener());
  }
}

export const uploadQueue = new UploadQueue();
