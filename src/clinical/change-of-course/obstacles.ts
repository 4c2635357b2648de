// What can be in the way of a client who is not getting better (CLINICAL 6), in our own words. Support tools that begin with
// such a list do more than feedback alone: Barkham 2023 (doi 10.1080/10503307.2023.2181114).
export const obstacles = [
  'relationship',
  'motivation',
  'life-events',
  'risk',
  'technique',
  'other-care',
  'homework',
  'attendance',
] as const;
export type Obstacle = (typeof obstacles)[number];
