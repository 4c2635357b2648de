// Bytes as text and back. Readers are strict: what is not exactly the encoding is null.
import type { Bytes } from './bytes.ts';

const HEX_BY_BYTE = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += HEX_BY_BYTE[byte] ?? '';
  return hex;
}

/** Lower-case hex of whole bytes, otherwise null. */
export function fromHex(hex: string): Bytes | null {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/.test(hex)) return null;
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** RFC 4648 section 5, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const characters = Math.min(3, bytes.length - i) + 1;
    for (let j = 0; j < characters; j++) text += BASE64URL[(group >> (18 - 6 * j)) & 63] ?? '';
  }
  return text;
}

/** Null for padding, foreign characters, an impossible length or stray bits after the last byte. */
export function fromBase64Url(text: string): Bytes | null {
  if (text.length % 4 === 1 || !/^[A-Za-z0-9_-]*$/.test(text)) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let bitCount = 0;
  let offset = 0;
  for (const character of text) {
    bits = ((bits << 6) | BASE64URL.indexOf(character)) & 0xffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    bytes[offset++] = (bits >> bitCount) & 0xff;
  }
  return (bits & ((1 << bitCount) - 1)) === 0 ? bytes : null;
}

export function toUtf8(text: string): Bytes {
  return new Uint8Array(new TextEncoder().encode(text));
}

/** Null if the bytes are not well-formed UTF-8. A leading byte order mark is kept as a character. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
