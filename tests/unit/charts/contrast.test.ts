import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// The tokens as they are written: `--name: light-dark(#light, #dark)`.
const css = readFileSync(new URL('../../../src/app/styles/color.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }],
  ),
);
const alias = new Map(
  [...css.matchAll(/--([\w-]+): var\(--([\w-]+)\);/g)].map(([, name, to]) => [name ?? '', to ?? '']),
);

function colour(name: string, theme: 'light' | 'dark'): string {
  const found = tokens.get(alias.get(name) ?? name);
  if (!found) throw new Error(`No token --${name}`);
  return found[theme];
}

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'paper-raised', 'paper-sunken'];
const text: [string, string][] = [
  ...['ink', 'ink-soft', 'accent', 'accent-strong', 'brick', 'amber'].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...['ink', 'accent', 'accent-strong'].map((ink): [string, string] => [ink, 'accent-soft']),
  ...['ink', 'amber', 'accent', 'accent-strong'].map((ink): [string, string] => [ink, 'amber-soft']),
  ...['ink', 'brick', 'accent'].map((ink): [string, string] => [ink, 'brick-soft']),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-brick', 'brick'],
  ...['ink', 'chart-text', 'chart-cut-off', 'chart-line-second'].flatMap((ink) =>
    ['paper', 'chart-band-odd', 'chart-corridor'].map((ground): [string, string] => [ink, ground]),
  ),
];
const shapes: [string, string][] = [
  ...['edge', 'focus'].flatMap((line) => grounds.map((ground): [string, string] => [line, ground])),
  ...['chart-line', 'chart-line-second', 'chart-cut-off'].flatMap((line) =>
    ['paper', 'chart-band-odd', 'chart-corridor'].map((ground): [string, string] => [line, ground]),
  ),
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(text)('text in %s can be read on %s (4.5 : 1)', (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)('the shape drawn in %s is seen on %s (3 : 1)', (line, ground) => {
    expect(contrast(colour(line, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

test('the formula gives what WCAG gives for black and white, and for its grey at 4.5', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('every colour is written once, light and dark together', () => {
  const names = [...css.matchAll(/^ {2}--([\w-]+): light-dark\(/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(new Set(names).size).toBe(names.length);
});

test('no screen colour is pure black or pure white, and there are no gradients on the page', () => {
  expect(colour('paper', 'dark')).not.toBe('#000000');
  expect(colour('paper', 'light')).not.toBe('#ffffff');
  expect(css).not.toContain('gradient');
});
