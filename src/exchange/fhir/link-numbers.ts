/** Names that share everything before a number at their end, with that number: the largest such family. */
export function largestSharedNumber(linkIds: readonly string[]): ReadonlyMap<string, number> {
  const families = new Map<string, Map<string, number>>();
  for (const linkId of linkIds) {
    const [, stem, digits] = /^(.*?)(\d{1,3})$/.exec(linkId) ?? [];
    if (stem === undefined || digits === undefined) continue;
    const family = families.get(stem) ?? new Map<string, number>();
    families.set(stem, family.set(linkId, Number(digits)));
  }
  return [...families.values()].reduce((most, one) => (one.size > most.size ? one : most), new Map());
}
