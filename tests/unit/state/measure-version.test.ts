import { expect, test } from 'vitest';
import { newVersion, nextVersionNumber } from '../../../src/app/state/measure-version.ts';
import { versionNumber } from '../../../src/app/wording/tell-measures-apart.ts';

const zeros = (length: number): Uint8Array => new Uint8Array(length);
const ones = (length: number): Uint8Array => new Uint8Array(length).fill(1);

test('the first version is 1; later ones count up, also from those that were numbered plainly', () => {
  expect(newVersion(null, zeros)).toBe('1');
  expect(newVersion({ version: '1' }, zeros)).toBe('2.00000000');
  expect(newVersion({ version: '9.7f3a01c4' }, zeros)).toBe('10.00000000');
  expect(nextVersionNumber({ version: '9.7f3a01c4' })).toBe(10);
});

test('two devices that do not know of each other make two versions, both seen as the same number', () => {
  const [here, there] = [newVersion({ version: '1' }, zeros), newVersion({ version: '1' }, ones)];
  expect(here).not.toBe(there);
  expect([here, there].map(versionNumber)).toEqual(['2', '2']);
});
