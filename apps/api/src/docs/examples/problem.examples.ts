import { AppError, type ErrorCode, type FieldError, type Problem } from '@eyeline/contracts';

import { EXAMPLE_ADDRESS, EXAMPLE_IDS } from './example-ids.js';

const ERRORS: Partial<Record<ErrorCode, FieldError[]>> = {
  invalid_request: [{ pointer: '/sampling_fps', message: 'Too big: expected number to be <=240' }],
};

/** What an answer with a code looks like. `status` is another than the table's for the error of an analysis. */
export function exampleProblem(code: ErrorCode, status?: number): Problem {
  const problem = new AppError(code, { errors: ERRORS[code] }).toProblem(EXAMPLE_IDS.request);
  return { ...problem, type: EXAMPLE_ADDRESS + problem.type, status: status ?? problem.status };
}
