/** n bytes of the browser's cryptographic generator. */
export const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
