// The architecture test is only as good as what it can see: each detector is shown something it has to find.
import { describe, expect, test } from 'vitest';
import { pseudoText } from '../../../scripts/build/pseudo-locale.ts';
import { sourceHash } from '../../../scripts/build/source-hash.ts';
import { readImports } from '../../architecture/read-imports.ts';
import { readTemplate } from '../../architecture/read-template.ts';
import { root } from '../../architecture/source-files.ts';

const component = (text: string) => readTemplate({ path: 'X.svelte', text });

describe('what the architecture test sees', () => {
  test('all kinds of imports, with type imports told apart', () => {
    const text = `
      import a from './a.ts';
      import type { B } from './b.ts';
      import { type C } from './c.ts';
      export * from './d.ts';
      export type { E } from './e.ts';
      const f = await import('./f.ts');
      let g: import('./g.ts').G;
    `;
    expect(readImports({ path: 'x.ts', text })).toEqual([
      { specifier: './a.ts', typeOnly: false },
      { specifier: './b.ts', typeOnly: true },
      // The module is still loaded for its side effects.
      { specifier: './c.ts', typeOnly: false },
      { specifier: './d.ts', typeOnly: false },
      { specifier: './e.ts', typeOnly: true },
      { specifier: './f.ts', typeOnly: false },
      { specifier: './g.ts', typeOnly: true },
    ]);
  });

  test('imports in both scripts of a component', () => {
    const text = `<script module lang="ts">import './a.ts';</script><p></p><script lang="ts">import './b.ts';</script>`;
    expect(readImports({ path: 'X.svelte', text }).map(({ specifier }) => specifier)).toEqual([
      './a.ts',
      './b.ts',
    ]);
  });

  test('literal words in markup, also inside blocks and labels, but not in code', () => {
    expect(component('<p>Hello {name}</p>').literalTexts).toEqual(['Hello']);
    expect(component('{#if open}<p>{"words in code"}</p>{:else}Closed{/if}').literalTexts).toEqual([
      'Closed',
    ]);
    expect(component('<button aria-label="Close">×</button>').literalLabels).toEqual(['aria-label="Close"']);
    expect(component('<p class="note" id="abc">{text} – 12 %</p>')).toMatchObject({
      literalTexts: [],
      literalLabels: [],
    });
    expect(component('<p style:width="{w}px"></p>').literalTexts).toEqual([]);
  });

  test('style attributes and inserted HTML', () => {
    expect(component('<p style="color: red"></p>').hasStyleAttribute).toBe(true);
    expect(component('<p style:color="red"></p>').hasStyleAttribute).toBe(false);
    expect(component('{#each rows as row}{@html row}{/each}').hasHtmlTag).toBe(true);
  });
});

describe('the build’s helpers', () => {
  test('pseudo text keeps its placeholders and grows by a third', () => {
    expect(pseudoText(['Version $', '{i?.version}'].join(''))).toMatch(/^⟦Véřšíøñ \$\{i\?\.version\}~+⟧$/);
    expect(pseudoText('a'.repeat(30)).length).toBe(43);
  });

  test('the build’s name is twelve hex digits and the same each time', () => {
    expect(sourceHash(root)).toMatch(/^[0-9a-f]{12}$/);
    expect(sourceHash(root)).toBe(sourceHash(root));
  });
});
