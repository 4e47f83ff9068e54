import { cpus, totalmem } from 'node:os';

/** Cores and model only: a machine's name is nobody's business. */
export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly memoryGb: number;
}

/** What figures were measured on. */
export function describeMachine(): Machine {
  const all = cpus();
  // Some systems tell of no processors at all.
  const model = all.at(0)?.model.trim() ?? 'an unknown processor';
  return { cores: all.length, model, memoryGb: Math.round(totalmem() / 2 ** 30) };
}
