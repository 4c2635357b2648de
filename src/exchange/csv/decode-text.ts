// Bytes of a file a therapist chose → text, and which encoding it turned out to be. Nothing is replaced silently: bytes
// that fit no text encoding are refused.

export type TextEncodingName = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type DecodedText =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: TextEncodingName }
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'too-large' | 'spreadsheet' | 'not-text' };

/** 64 MB: about a million rows. Larger is a mistake or an attack, and would be held in memory twice. */
export const largestTableBytes = 64 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** XLSX and ODS are zip files, XLS is an OLE file: to be saved as CSV first, and the screen says so. */
const isSpreadsheet = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

function decodeStrictly(bytes: Uint8Array, label: 'utf-8' | 'utf-16le' | 'utf-16be'): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (reason) {
    // A TypeError is how a strict decoder says "these bytes are not this encoding"; anything else is ours.
    if (reason instanceof TypeError) return null;
    throw reason;
  }
}

/** What stands at 0x80…0x9F; the five bytes that mean nothing stay control characters, as browsers have it. */
const upperHalf = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Not left to TextDecoder: Node 20 reads this encoding as Latin-1 and loses dashes and quotes. */
function decodeWindows1252(bytes: Uint8Array): string {
  const codes = Array.from(upperHalf, (sign) => sign.charCodeAt(0));
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 8192) {
    const signs = Array.from(bytes.subarray(from, from + 8192), (byte) => codes[byte - 0x80] ?? byte);
    parts.push(String.fromCharCode(...signs));
  }
  return parts.join('');
}

/** Control characters that no table holds: NUL and friends, but not tab, line feed, form feed or carriage return. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const binaryCharacters = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/;

export const isPlainText = (text: string): boolean => !binaryCharacters.test(text);

/**
 * UTF-8 with or without BOM, UTF-16 with BOM, else Windows-1252 (of which Latin-1 is the printable part).
 * The BOM is not part of the text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) return { kind: 'refused', reason: 'empty' };
  if (bytes.length > largestTableBytes) return { kind: 'refused', reason: 'too-large' };
  if (isSpreadsheet(bytes)) return { kind: 'refused', reason: 'spreadsheet' };
  const [label, encoding] = startsWith(bytes, 0xff, 0xfe)
    ? (['utf-16le', 'utf-16le'] as const)
    : startsWith(bytes, 0xfe, 0xff)
      ? (['utf-16be', 'utf-16be'] as const)
      : startsWith(bytes, 0xef, 0xbb, 0xbf)
        ? (['utf-8', 'utf-8-bom'] as const)
        : (['utf-8', 'utf-8'] as const);
  const exact = decodeStrictly(bytes, label);
  const text = exact ?? (encoding === 'utf-8' ? decodeWindows1252(bytes) : null);
  if (text === null || !isPlainText(text)) return { kind: 'refused', reason: 'not-text' };
  return { kind: 'text', text, encoding: exact === null ? 'windows-1252' : encoding };
}
