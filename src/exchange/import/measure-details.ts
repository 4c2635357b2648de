// What the therapist may fill in about a new measure beside its range and direction, as clinical's own-measure takes it.
import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const source = v.exactOptional(v.string());
const norm = v.object({ mean: finite, sd: finite, n: v.exactOptional(finite), source });

export const measureDetailsSchema = v.object({
  shortName: v.exactOptional(v.string()),
  measures: v.exactOptional(v.string()),
  cutOff: v.exactOptional(v.object({ value: finite, inclusive: v.boolean(), source })),
  reliableChange: v.exactOptional(v.object({ points: finite, source })),
  reliability: v.exactOptional(
    v.object({ coefficient: finite, kind: v.picklist(['alpha', 'retest', 'other']), source }),
  ),
  sd: v.exactOptional(finite),
  norms: v.exactOptional(v.object({ clinical: v.exactOptional(norm), functional: v.exactOptional(norm) })),
  confidence: v.exactOptional(finite),
  source,
});
