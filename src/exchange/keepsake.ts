// Sealed updates that found no room in the database, as the browser keeps them beside it (VAULT P5). Text in, a checked
// shape out: it has lain where anything may have changed it.
import * as v from 'valibot';

const keepsakeSchema = v.object({
  vaultId: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  documents: v.array(
    v.object({
      docId: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
      /** A sealed outer update; base64. */
      update: v.pipe(v.string(), v.base64()),
    }),
  ),
});
export type Keepsake = v.InferOutput<typeof keepsakeSchema>;

export const writeKeepsake = (keepsake: Keepsake): string => JSON.stringify(keepsake);

/** Null: this is no keepsake, or a damaged one. */
export function readKeepsake(text: string): Keepsake | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), keepsakeSchema), text);
  return parsed.success ? parsed.output : null;
}
