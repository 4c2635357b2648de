import { describe, expect, test } from 'vitest';
import { byteWriter, malformed, mustAscend, parse } from '../../../src/sync/vault/binary.ts';
import { bytesEqual, compareBytes, concatBytes, randomBytes } from '../../../src/sync/vault/bytes.ts';
import { parseDocId } from '../../../src/sync/vault/ids.ts';
import {
  fromBase64Url,
  fromHex,
  fromUtf8,
  toBase64Url,
  toHex,
  toUtf8,
} from '../../../src/sync/vault/text.ts';

describe('text of bytes', () => {
  test('the examples of RFC 4648 come out without padding', () => {
    const pairs = {
      '': '',
      f: 'Zg',
      fo: 'Zm8',
      foo: 'Zm9v',
      foob: 'Zm9vYg',
      fooba: 'Zm9vYmE',
      foobar: 'Zm9vYmFy',
    };
    for (const [plain, encoded] of Object.entries(pairs)) {
      expect(toBase64Url(toUtf8(plain))).toBe(encoded);
      expect(fromBase64Url(encoded)).toEqual(toUtf8(plain));
    }
  });

  test('base64url with padding, foreign characters, impossible lengths or stray bits is refused', () => {
    for (const text of ['Zg==', 'Z', 'Zh', 'Zm9=', 'Zm 9', 'Zm+9', 'Zm9vY', 'Zm9']) {
      expect(fromBase64Url(text), text).toBeNull();
    }
  });

  test('hex is lower-case and whole', () => {
    expect(toHex(new Uint8Array([0, 10, 255]))).toBe('000aff');
    expect(fromHex('000aff')).toEqual(new Uint8Array([0, 10, 255]));
    for (const text of ['0', '0A', 'zz', '0x']) expect(fromHex(text)).toBeNull();
  });

  test('malformed UTF-8 is null, and a byte order mark is kept', () => {
    expect(fromUtf8(new Uint8Array([0xc3]))).toBeNull();
    expect(fromUtf8(toUtf8('\ufeffä'))).toBe('\ufeffä');
  });

  test('an id is 32 lower-case hex digits', () => {
    expect(parseDocId('0'.repeat(32))).toBe('0'.repeat(32));
    for (const text of ['', '0'.repeat(31), '0'.repeat(34), 'A'.repeat(32)])
      expect(parseDocId(text)).toBeNull();
  });
});

describe('strict records', () => {
  test('integers are big-endian and bounded', () => {
    expect(
      toHex(
        byteWriter()
          .u8(1)
          .u16(2)
          .u32(3)
          .u64(2 ** 40 + 4)
          .done(),
      ),
    ).toBe('01000200000003' + '0000010000000004');
    expect(() => byteWriter().u8(256)).toThrow(RangeError);
    expect(() => byteWriter().u32(-1)).toThrow(RangeError);
    expect(() => byteWriter().u64(2 ** 53)).toThrow(RangeError);
    expect(() => byteWriter().u16(1.5)).toThrow(RangeError);
  });

  test('what is too short, too long or left over is null', () => {
    const bytes = byteWriter().var16(toUtf8('abc')).done();
    expect(parse(bytes, (reader) => reader.text16())).toBe('abc');
    expect(parse(bytes.subarray(0, 4), (reader) => reader.text16())).toBeNull();
    expect(parse(concatBytes(bytes, bytes), (reader) => reader.text16())).toBeNull();
    expect(parse(new Uint8Array([0xff, 0xff, 0xff, 0xff]), (reader) => reader.var32(10))).toBeNull();
    expect(parse(new Uint8Array(8).fill(255), (reader) => reader.u64())).toBeNull();
    expect(parse(new Uint8Array(), () => malformed('so'))).toBeNull();
  });

  test('an error that is not about the bytes is not swallowed', () => {
    expect(() =>
      parse(new Uint8Array(), () => {
        throw new TypeError('a bug');
      }),
    ).toThrow('a bug');
  });

  test('a list must ascend', () => {
    expect(parse(new Uint8Array(), () => mustAscend([1, 1], (a, b) => a - b))).toBeNull();
    expect(parse(new Uint8Array(), () => mustAscend([1, 2], (a, b) => a - b))).toEqual([1, 2]);
  });
});

test('bytes are equal only byte for byte, and order like their hex', () => {
  expect(bytesEqual(new Uint8Array([1, 2]), new Uint8Array([1, 2]))).toBe(true);
  expect(bytesEqual(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).toBe(false);
  expect(bytesEqual(new Uint8Array([1]), new Uint8Array([1, 0]))).toBe(false);
  expect(compareBytes(new Uint8Array([1]), new Uint8Array([1, 0]))).toBeLessThan(0);
  expect(compareBytes(new Uint8Array([2]), new Uint8Array([1, 9]))).toBeGreaterThan(0);
});

test('a source of chance that gives too little is refused', () => {
  expect(() => randomBytes(() => new Uint8Array(3), 4)).toThrow('asked for 4');
});
