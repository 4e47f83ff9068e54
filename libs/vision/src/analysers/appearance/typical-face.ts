/**
 * The descriptor of the average face, before it is taken away from each: cell by cell, left to right and top to
 * bottom, four directions each. Mean of describe-appearance.ts over 366 press portraits, one a person (every fifth
 * of LFW, Huang et al. 2007, at 256 pixels through the detector and landmarks of this library); to be measured anew
 * when the crop or the descriptor changes. It says what all faces have in common, so nothing about anyone.
 */
// prettier-ignore
export const TYPICAL_FACE: readonly number[] = [
  0.135, 0.116, 0.084, 0.063,
  0.095, 0.138, 0.148, 0.071,
  0.104, 0.07, 0.14, 0.147,
  0.132, 0.063, 0.084, 0.108,
  0.182, 0.094, 0.087, 0.092,
  0.128, 0.12, 0.169, 0.108,
  0.134, 0.112, 0.164, 0.12,
  0.174, 0.092, 0.087, 0.094,
  0.16, 0.084, 0.091, 0.105,
  0.133, 0.108, 0.143, 0.12,
  0.134, 0.119, 0.146, 0.108,
  0.161, 0.102, 0.095, 0.086,
  0.122, 0.105, 0.104, 0.085,
  0.134, 0.079, 0.128, 0.167,
  0.126, 0.166, 0.133, 0.08,
  0.129, 0.095, 0.105, 0.104,
];
