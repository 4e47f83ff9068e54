const round = (value: number, factor: number): number => {
  const rounded = Math.round(value * factor) / factor;
  return rounded === 0 ? 0 : rounded; // no -0
};

/** Times: to the millisecond. */
export const roundSeconds = (value: number): number => round(value, 1e3);
/** Percents: two decimals. */
export const roundPercent = (value: number): number => round(value, 1e2);
/** Probabilities and shares: four decimals. */
export const roundProbability = (value: number): number => round(value, 1e4);
/** Angles: a hundredth of a degree. */
export const roundDegrees = (value: number): number => round(value, 1e2);
/** How often something is a minute: one decimal. */
export const roundRate = (value: number): number => round(value, 10);
/** Regions: a tenth of a pixel. */
export const roundPixels = (value: number): number => round(value, 10);
