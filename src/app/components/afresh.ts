/** A value that starts over whenever `reason` changes: `$derived(afresh(index, value))`. Reading `reason` is all it does. */
export const afresh = <Value>(_reason: unknown, value: Value): Value => value;
