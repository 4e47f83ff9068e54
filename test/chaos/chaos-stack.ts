import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createStorage, type ObjectStorage, type StorageSettings } from '@eyeline/storage';
import { s3SettingsAt } from '@eyeline/testing';

import { WebhookReceiver } from './crowd/webhook-receiver.js';
import { AppProcess, type LogLine } from './processes/app-process.js';
import { dataDirOf, environmentOf } from './processes/environment.js';
import { findQuietPort } from './servers/find-quiet-port.js';
import { type Servers, type StackKind, startServers } from './servers/start-servers.js';

const READY_LIMIT_MS = 60_000;

interface StackOptions {
  readonly workers: number;
  /** Settings beside those of every run. */
  readonly environment: object;
  /** The build: holds apps/api and apps/worker. */
  readonly programs: string;
}

/** A whole installation on real servers: PostgreSQL, the queue, the objects, the API, and several workers. */
export class ChaosStack {
  /** By analysis: how often a worker said that it had written the report. */
  readonly completions = new Map<string, number>();
  readonly workers: AppProcess[] = [];
  readonly storage: ObjectStorage;
  api: AppProcess;
  apiUrl: string;
  private stopping: Promise<void> | null = null;

  private constructor(
    readonly folder: string,
    readonly servers: Servers,
    readonly storageSettings: StorageSettings,
    /** A client's server: it belongs to nothing that is broken. */
    readonly receiver: WebhookReceiver,
  ) {
    this.storage = createStorage(storageSettings);
  }

  /** Ready when it resolves: the API answers /readyz by 200, so its workers find everything that they need. */
  static async start(kind: StackKind, folder: string, options: StackOptions): Promise<ChaosStack> {
    await mkdir(join(folder, 'logs'), { recursive: true });
    const servers = await startServers(kind, folder);
    const storage: StorageSettings =
      servers.s3 === null
        ? { kind: 'folder', root: join(folder, 'data', 'objects') }
        : s3SettingsAt(servers.s3.url, join(folder, 'scratch'));
    const stack = new ChaosStack(folder, servers, storage, await WebhookReceiver.start());
    try {
      await stack.startPrograms(options);
      return stack;
    } catch (error) {
      await stack.stop();
      throw error;
    }
  }

  /** Where each process keeps copies of objects. */
  get scratchFolders(): string[] {
    const names = this.workers.map(({ name }) => name);
    const dataDirs = names.map((name) => dataDirOf(this.storageSettings, this.folder, name));
    return [...new Set(dataDirs)].map((dataDir) => join(dataDir, 'scratch'));
  }

  /** What an operator would see in the log of a supervisor. */
  get crashes(): string[] {
    return [this.api, ...this.workers].flatMap(({ name, crashes }) =>
      crashes.map((reason) => `${name} ended by itself (${reason})`),
    );
  }

  /** A second call waits for the first. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    const programs = [this.api, ...this.workers].filter((program) => program !== undefined);
    await Promise.all(programs.map((program) => program.stop()));
    await Promise.all(programs.map((program) => program.closeLog()));
    this.storage.close();
    this.receiver.stop();
    await this.servers.stop();
  }

  private async startPrograms({ workers, environment, programs }: StackOptions): Promise<void> {
    const port = await findQuietPort();
    this.apiUrl = `http://127.0.0.1:${port}`;
    const create = (name: string, app: string, extra: object): AppProcess =>
      new AppProcess({
        name,
        program: join(programs, 'apps', app, 'src/main.js'),
        environment: environmentOf(name, {
          servers: this.servers,
          storage: this.storageSettings,
          folder: this.folder,
          extra: { ...environment, ...extra },
        }),
        logFile: join(this.folder, 'logs', `${name}.log`),
        onLine: (line) => this.note(line),
      });
    this.api = create('api', 'api', { HOST: '127.0.0.1', PORT: port });
    this.api.start();
    await this.untilReady();
    for (let number = 1; number <= workers; number++) {
      const worker = create(`worker-${number}`, 'worker', {});
      this.workers.push(worker);
      worker.start();
    }
  }

  private async untilReady(): Promise<void> {
    const untilMs = Date.now() + READY_LIMIT_MS;
    for (;;) {
      const isReady = await fetch(`${this.apiUrl}/readyz`).then(
        async (answer) => {
          await answer.arrayBuffer();
          return answer.ok;
        },
        () => false, // nobody listens yet
      );
      if (isReady) return;
      if (Date.now() > untilMs) throw new Error(`The API was not ready in time; see ${this.folder}/logs.`);
      await sleep(100);
    }
  }

  private note(line: LogLine): void {
    if (line.msg !== 'analysis completed') return;
    const [analysisId] = String(line.job_id).split('.');
    this.completions.set(analysisId, (this.completions.get(analysisId) ?? 0) + 1);
  }
}
