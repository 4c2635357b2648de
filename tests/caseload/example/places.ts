/** Places in the caseload of those whom the example's morning is about. */
export const places = { meadow: 2, lantern: 3, pebble: 5, willow: 6, rowan: 17, thistle: 19 } as const;
