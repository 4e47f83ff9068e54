import { newAnalysisId } from './analysis-id.js';

const UPLOAD = 'up_';
const ANALYSIS = 'an_';

/** `up_` and the 20 characters of the id that an analysis on the upload will have. */
export const newUploadId = (): string => UPLOAD + newAnalysisId().slice(ANALYSIS.length);

/**
 * The analysis that will be started on an upload. So its object lies in the right place from the first byte on.
 *
 * @example analysisIdOf('up_01ke3p8z5q7m2vxr0w9c') // 'an_01ke3p8z5q7m2vxr0w9c'
 */
export const analysisIdOf = (uploadId: string): string => ANALYSIS + uploadId.slice(UPLOAD.length);

/** The other way round. */
export const uploadIdOf = (analysisId: string): string => UPLOAD + analysisId.slice(ANALYSIS.length);
