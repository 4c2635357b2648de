// Raw Snappy (google/snappy, format_description.txt): what Chromium packs LevelDB's blocks and larger IndexedDB values with.

/** The unpacked bytes from the start of `packed`; what follows them is ignored. Null if it is no Snappy. */
export function unsnap(packed: Buffer): Buffer | null {
  const length = readVarint(packed, 0);
  if (length === null || length.value > 64 * 1024 * 1024) return null;
  const out = Buffer.alloc(length.value);
  let from = length.next;
  let to = 0;
  while (to < out.length) {
    const tag = packed[from];
    if (tag === undefined) return null;
    const element = (tag & 3) === 0 ? readLiteral(packed, from, tag) : readCopy(packed, from, tag);
    if (element === null || to + element.length > out.length) return null;
    if (element.kind === 'literal') {
      if (element.start + element.length > packed.length) return null;
      packed.copy(out, to, element.start, element.start + element.length);
      from = element.start + element.length;
    } else {
      if (element.offset === 0 || element.offset > to) return null;
      // Byte by byte: a copy may overlap what it writes.
      for (let at = 0; at < element.length; at += 1) out[to + at] = out[to + at - element.offset] ?? 0;
      from = element.next;
    }
    to += element.length;
  }
  return out;
}

interface Literal {
  readonly kind: 'literal';
  readonly start: number;
  readonly length: number;
}

interface Copy {
  readonly kind: 'copy';
  readonly offset: number;
  readonly length: number;
  readonly next: number;
}

function readLiteral(packed: Buffer, at: number, tag: number): Literal | null {
  const short = tag >> 2;
  if (short < 60) return { kind: 'literal', start: at + 1, length: short + 1 };
  const bytes = short - 59;
  if (at + 1 + bytes > packed.length) return null;
  return { kind: 'literal', start: at + 1 + bytes, length: packed.readUIntLE(at + 1, bytes) + 1 };
}

function readCopy(packed: Buffer, at: number, tag: number): Copy | null {
  const offsetBytes = tag & 3;
  const size = offsetBytes === 3 ? 4 : offsetBytes;
  if (at + 1 + size > packed.length) return null;
  const next = at + 1 + size;
  if (size === 1) {
    const offset = ((tag >> 5) << 8) | packed.readUInt8(at + 1);
    return { kind: 'copy', offset, length: ((tag >> 2) & 7) + 4, next };
  }
  return { kind: 'copy', offset: packed.readUIntLE(at + 1, size), length: (tag >> 2) + 1, next };
}

/** Null past 5 bytes or past the end. */
export function readVarint(
  bytes: Buffer,
  at: number,
): { readonly value: number; readonly next: number } | null {
  let value = 0;
  for (let index = 0; index < 5; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return null;
}
