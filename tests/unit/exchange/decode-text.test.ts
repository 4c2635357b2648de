import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/exchange/csv/decode-text.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  Array.from(`\uFEFF${text}`).forEach((sign, index) =>
    view.setUint16(index * 2, sign.charCodeAt(0), littleEndian),
  );
  return new Uint8Array(view.buffer);
};

describe('the bytes of a chosen file', () => {
  test('are UTF-8 with or without a mark, and the mark is not part of the text', () => {
    expect(decodeText(utf8('Zoë;12'))).toEqual({ kind: 'text', text: 'Zoë;12', encoding: 'utf-8' });
    expect(decodeText(utf8('\uFEFFZoë;12'))).toEqual({ kind: 'text', text: 'Zoë;12', encoding: 'utf-8-bom' });
  });

  test('are UTF-16 of either order when they say so', () => {
    expect(decodeText(utf16('Zoë\t12', true))).toEqual({
      kind: 'text',
      text: 'Zoë\t12',
      encoding: 'utf-16le',
    });
    expect(decodeText(utf16('Zoë\t12', false))).toEqual({
      kind: 'text',
      text: 'Zoë\t12',
      encoding: 'utf-16be',
    });
  });

  test('are Windows-1252 when they cannot be UTF-8, and the answer says so', () => {
    const latin = bytes(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x96, 0x20, 0x31);
    expect(decodeText(latin)).toEqual({ kind: 'text', text: 'Müller – 1', encoding: 'windows-1252' });
  });

  test.each([
    ['empty', bytes(), 'empty'],
    ['a workbook', bytes(0x50, 0x4b, 0x03, 0x04, 0x14), 'spreadsheet'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'spreadsheet'],
    ['with a NUL', utf8('a,b\n1,\u0000'), 'not-text'],
    ['UTF-16 without its mark', utf16('id,phq9', true).slice(2), 'not-text'],
    ['half a UTF-16 sign', utf16('id', true).slice(0, 5), 'not-text'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'not-text'],
  ])('are refused when %s', (_, given, reason) => {
    expect(decodeText(given)).toEqual({ kind: 'refused', reason });
  });
});
