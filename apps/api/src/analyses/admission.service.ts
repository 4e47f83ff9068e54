import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { AppError } from '@eyeline/contracts';
import { type Database } from '@eyeline/database';

import { CONFIG, DATABASE } from '../runtime/runtime.module.js';

/**
 * Refuses what would add to a line that is too long already. What this process is just taking in counts as open; what
 * other processes are taking in does not, so several of them may exceed a limit by that.
 */
@Injectable()
export class Admission {
  private readonly underWay: string[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /**
   * Does work that ends with one more open analysis of the project.
   *
   * @throws AppError queue_full before the work has begun
   */
  async admit<T>(projectId: string, work: () => Promise<T>): Promise<T> {
    this.underWay.push(projectId);
    try {
      await this.check(projectId);
      return await work();
    } finally {
      this.underWay.splice(this.underWay.indexOf(projectId), 1);
    }
  }

  private async check(projectId: string): Promise<void> {
    const { maxOpenAnalyses, maxOpenPerProject } = this.config;
    // Before the rows are counted: one that ends meanwhile may have its row a moment after the count.
    const underWay = this.underWay.length;
    const ofProject = this.underWay.filter((project) => project === projectId).length;
    const open = await this.database.analyses.countOpen(projectId);
    if (open.ofProject + ofProject > maxOpenPerProject) {
      throw queueFull(`${maxOpenPerProject} analyses of this project have not ended yet, which is the most.`);
    }
    if (open.all + underWay > maxOpenAnalyses) {
      throw queueFull(`${maxOpenAnalyses} analyses have not ended yet, which is the most.`);
    }
  }
}

const queueFull = (detail: string): AppError => new AppError('queue_full', { detail });
