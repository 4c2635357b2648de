// What a camera sees that is held in front of a QR code: a film for Chromium's made-up camera.
import { writeFile } from 'node:fs/promises';
import { encodeQR } from 'qr';

/** Even, as the format wants it. */
const pixelsPerSquare = 6;

export async function writeVideoOfCode(text: string, path: string): Promise<void> {
  const rows = encodeQR(text, 'raw', { border: 6 });
  const side = rows.length * pixelsPerSquare;
  const grey = Buffer.alloc(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const isDark = rows[Math.floor(y / pixelsPerSquare)]?.[Math.floor(x / pixelsPerSquare)] ?? false;
      grey[y * side + x] = isDark ? 16 : 235;
    }
  }
  const colour = Buffer.alloc((side * side) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, colour]);
  const header = Buffer.from(`YUV4MPEG2 W${String(side)} H${String(side)} F10:1 Ip A1:1 C420\n`);
  await writeFile(path, Buffer.concat([header, frame, frame]));
}
