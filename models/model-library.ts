import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { type ModelSettings } from '@eyeline/config';
import { AppError } from '@eyeline/contracts';
import {
  findModelsFolder,
  type InstalledModel,
  MODEL_ROLES,
  type ModelRole,
  type ModelSelection,
  readSelection,
  SELECTION_FILE,
  type SurveyedModel,
  surveyModels,
} from '@eyeline/vision';

import { UsageError } from '../commands/usage-error.js';

/** A network, or what lies there instead of one. */
export type LibraryEntry = SurveyedModel & { readonly origin: 'shipped' | 'added' };

/** What is not finished is called so, with the id of the process that is at it. */
const STAGING = /^\.staging-(\d+)-/;

/** The shipped networks and those of MODELS_DIR. Whatever it writes is there as a whole or not at all. */
export class ModelLibrary {
  private readonly folder: string;

  constructor(private readonly settings: ModelSettings) {
    this.folder = settings.folder;
  }

  async list(): Promise<LibraryEntry[]> {
    const [shipped, added] = await Promise.all([surveyModels(findModelsFolder()), surveyModels(this.folder)]);
    return [
      ...shipped.map((entry) => ({ ...entry, origin: 'shipped' as const })),
      ...added.map((entry) => ({ ...entry, origin: 'added' as const })),
    ];
  }

  /** @throws {UsageError} when nothing has the name */
  async find(name: string): Promise<LibraryEntry> {
    const entries = await this.list();
    const entry = entries.find((one) => one.name === name);
    if (entry !== undefined) return entry;
    const names = entries.map((one) => one.name).join(', ');
    throw new UsageError(`There is no network "${name}". There are: ${names}.`);
  }

  /**
   * Those that are named; all that there are, where none is.
   *
   * @throws {UsageError} when nothing has a name
   */
  async findAll(names: readonly string[]): Promise<LibraryEntry[]> {
    return names.length === 0 ? this.list() : Promise.all(names.map((name) => this.find(name)));
  }

  /** Names of the networks that are used, a role each; a role may have none if what is chosen is not there. */
  async findUsed(): Promise<ModelSelection> {
    const [entries, selection] = [await this.list(), await readSelection(this.folder)];
    const defaults = entries.flatMap(({ model, origin }) =>
      origin === 'shipped' && model?.manifest.default === true
        ? [[model.manifest.role, model.manifest.name] as const]
        : [],
    );
    const { emotion } = this.settings;
    return { ...Object.fromEntries(defaults), ...selection, ...(emotion !== null && { emotion }) };
  }

  /** @param name null: the default one again */
  async choose(role: ModelRole, name: string | null): Promise<void> {
    const selection = { ...(await readSelection(this.folder)) };
    if (name === null) delete selection[role];
    else selection[role] = name;
    const ordered = MODEL_ROLES.flatMap((one) =>
      selection[one] === undefined ? [] : [[one, selection[one]]],
    );
    await mkdir(this.folder, { recursive: true });
    const next = join(this.folder, `.${SELECTION_FILE}-${process.pid}`);
    await writeDurably(next, `${JSON.stringify(Object.fromEntries(ordered), null, 2)}\n`);
    await rename(next, join(this.folder, SELECTION_FILE));
  }

  /** Whether EMOTION_MODEL comes before whatever is chosen. */
  get emotionBySetting(): string | null {
    return this.settings.emotion;
  }

  /** A folder for what is being downloaded, which stays until it is whole. */
  async openDownloads(): Promise<string> {
    const folder = join(this.folder, '.downloads');
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /**
   * Puts a network where it is not seen, has it looked at, and then moves it to its place in one step.
   *
   * @param fill writes the network's file to the path that it is given
   * @param check throws when it is not fit to be installed
   * @throws {AppError} conflict when there is one of its name by then
   */
  async install(
    manifest: InstalledModel['manifest'],
    fill: (path: string) => Promise<void>,
    check: (stagedIn: string) => Promise<void>,
  ): Promise<InstalledModel> {
    await this.clearStaging();
    const staging = join(this.folder, `.staging-${process.pid}-${randomUUID()}`);
    const home = join(staging, manifest.name);
    try {
      await mkdir(home, { recursive: true });
      await fill(join(home, manifest.file));
      await writeDurably(join(home, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
      await check(staging);
      const place = join(this.folder, manifest.name);
      if (await exists(place)) {
        throw new AppError('conflict', { detail: `There is a network "${manifest.name}" by now.` });
      }
      await rename(home, place);
      return { manifest, path: join(place, manifest.file) };
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  }

  /** What was added is moved out of sight in one step, then deleted. */
  async remove(name: string): Promise<void> {
    const staging = join(this.folder, `.staging-${process.pid}-${randomUUID()}`);
    await rename(join(this.folder, name), staging);
    await rm(staging, { recursive: true, force: true });
    await this.clearStaging();
  }

  /** Removes what processes have left that are gone. */
  private async clearStaging(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const name of await readdir(this.folder)) {
      const pid = STAGING.exec(name)?.[1];
      if (pid === undefined || isAlive(Number(pid))) continue;
      await rm(join(this.folder, name), { recursive: true, force: true });
    }
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
