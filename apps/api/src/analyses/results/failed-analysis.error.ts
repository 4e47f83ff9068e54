import { AppError, type Problem } from '@eyeline/contracts';

/** The error that an analysis ended with, answered to whoever asks for its results: always 409. */
export class FailedAnalysisError extends AppError {
  constructor(problem: Problem) {
    super(problem.code, { detail: problem.detail, errors: problem.errors });
  }

  override get status(): number {
    return 409;
  }

  /** The analysis has ended: asking again changes nothing. */
  override get retryable(): boolean {
    return false;
  }
}
