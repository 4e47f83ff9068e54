/** Shares of the whole that the stages have; the rest of the bar belongs to the annotated video, if one is made. */
export const PROGRESS = { fetched: 0.04, prepared: 0.05, analysed: 0.95, assembled: 0.97 } as const;
