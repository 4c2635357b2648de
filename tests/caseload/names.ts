// prettier-ignore
const words = [
  'River', 'Harbour', 'Meadow', 'Lantern', 'Orchard', 'Pebble', 'Willow', 'Compass', 'Bramble', 'Ferry', 'Heron', 'Juniper',
  'Kestrel', 'Lighthouse', 'Marsh', 'Otter', 'Quarry', 'Rowan', 'Sandbank', 'Thistle', 'Umber', 'Valley', 'Wharf', 'Yarrow',
] as const;

const numberOf = (index: number): string => String(index + 1).padStart(2, '0');

export const exampleCode = (index: number): string => `EX-${numberOf(index)}`;

/** Nobody is called so, and every label says what it is. */
export const exampleLabel = (index: number): string =>
  `Example: ${words[index % words.length] ?? words[0]} ${numberOf(index)}`;
