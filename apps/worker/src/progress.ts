/** Shares of the whole that the stages have; the rest of the bar belongs to the report. */
export const PROGRESS = { prepared: 0.05, analysed: 0.95 } as const;
