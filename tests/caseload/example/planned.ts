/** Measures of a plan, the primary one first. */
export const phq9EverySession = [{ instrumentId: 'phq-9', every: 1 }];
export const phq9EverySecond = [{ instrumentId: 'phq-9', every: 2 }];
export const bothEverySession = [...phq9EverySession, { instrumentId: 'gad-7', every: 1 }];
