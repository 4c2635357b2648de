// Things of which there may be several, kept as `<id>/<field>` in one flat map: two devices that change two fields of one thing
// both keep their change, and what an offline device appends is never lost (VAULT B1).
import type * as Y from 'yjs';

/** The fields of each id, in no particular order. */
export function readFields(map: Y.Map<unknown>): Map<string, Readonly<Record<string, unknown>>> {
  const found = new Map<string, Record<string, unknown>>();
  for (const [key, value] of map) {
    const slash = key.indexOf('/');
    if (slash < 0) continue;
    const id = key.slice(0, slash);
    const fields = found.get(id) ?? {};
    fields[key.slice(slash + 1)] = value;
    found.set(id, fields);
  }
  return found;
}

/** In one transaction; what is the same already is not written again. */
export function writeFields(
  map: Y.Map<unknown>,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  const write = (): void => {
    for (const [field, value] of Object.entries(fields)) {
      const key = `${id}/${field}`;
      if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value);
    }
  };
  if (map.doc) map.doc.transact(write);
  else write();
}
