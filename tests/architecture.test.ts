// The house keeps its own rules: DESIGN 3 and STYLE, read from the files as they are.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { importProblem, roomOf, rooms } from '../scripts/import-rules.mjs';
import { parseScript, readImports } from './architecture/read-imports.ts';
import { readTemplate } from './architecture/read-template.ts';
import {
  codeFiles,
  readSource,
  repositoryFiles,
  root,
  type SourceFile,
} from './architecture/source-files.ts';

const code = codeFiles();
const components = code.filter(({ path }) => path.endsWith('.svelte'));
const inRoom = (room: string): readonly SourceFile[] =>
  code.filter(({ path }) => path.startsWith(`${room}/`));

/** Every match of `wanted` among the nodes of a file's script, as `path:line text`. */
function findNodes(file: SourceFile, wanted: (node: ts.Node) => boolean): readonly string[] {
  const source = parseScript(file);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (wanted(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file.path}:${String(line + 1)} ${node.getText().slice(0, 60)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('rooms', () => {
  test('every file imports only what its room may import', () => {
    const problems = code.flatMap((file) =>
      readImports(file).flatMap(({ specifier, typeOnly }) => {
        const problem = importProblem(file.path, specifier, typeOnly);
        return problem === null ? [] : [`${file.path}: ${problem}`];
      }),
    );
    expect(problems).toEqual([]);
  });

  test('every file under src belongs to a room', () => {
    expect(code.filter(({ path }) => roomOf(path) === null).map(({ path }) => path)).toEqual([]);
  });

  test('the rules refuse what DESIGN forbids', () => {
    const forbidden: readonly (readonly [string, string, boolean])[] = [
      ['src/clinical/change/x.ts', 'yjs', true],
      ['src/clinical/change/x.ts', '../../records/entry.ts', true],
      ['src/records/x.ts', 'dexie', false],
      ['src/exchange/x.ts', '../records/client-record.ts', false],
      ['src/sync/vault/x.ts', 'yjs', false],
      ['src/sync/store/x.ts', '../vault/seal.ts', false],
      ['src/sync/replica/x.ts', '../transports/web-rtc.ts', false],
      ['src/sync/helper.ts', './vault/seal.ts', false],
      ['src/app/components/X.svelte', '../state/app-state.svelte.ts', true],
      ['src/app/charts/x.ts', '../../clinical/change/reliable-change.ts', false],
      ['src/app/state/x.ts', '../../sync/vault/seal.ts', false],
      ['src/app/state/x.ts', 'dexie', false],
      ['src/app/screens/X.svelte', '../../sync/index.ts', false],
      ['src/app/screens/X.svelte', 'yjs', false],
      ['src/app/checkin/x.ts', '../state/client.svelte.ts', false],
      ['src/app/main.ts', '../sync/vault/seal.ts', false],
    ];
    const let_through = forbidden.filter(
      ([file, specifier, type]) => importProblem(file, specifier, type) === null,
    );
    expect(let_through).toEqual([]);
    expect(importProblem('src/exchange/x.ts', '../records/entry.ts', true)).toBeNull();
    expect(importProblem('src/app/charts/x.ts', '../../clinical/verdict/score-point.ts', true)).toBeNull();
  });

  test('every package that a room may use is one that package.json has or a later issue brings', () => {
    const later = new Set(['mqtt', 'aedes', 'ws', 'bits-ui', 'y-protocols', 'node:']);
    const manifest = JSON.parse(readSource('package.json').text) as Record<string, Record<string, string>>;
    const known = new Set([
      ...Object.keys(manifest['dependencies'] ?? {}),
      ...Object.keys(manifest['devDependencies'] ?? {}),
    ]);
    const unknown = rooms
      .flatMap(({ packages }) => packages)
      .filter((name) => !known.has(name) && !later.has(name));
    expect(unknown).toEqual([]);
  });

  test('chrome.* and browser.* appear only in the extension', () => {
    const isExtensionApi = (node: ts.Node): boolean =>
      ts.isPropertyAccessExpression(node) &&
      ts.isIdentifier(node.expression) &&
      (node.expression.text === 'chrome' || node.expression.text === 'browser');
    const outside = code.filter(({ path }) => !path.startsWith('src/extension/'));
    expect(outside.flatMap((file) => findNodes(file, isExtensionApi))).toEqual([]);
  });

  test('clinical takes clock and chance as arguments', () => {
    const isClockOrChance = (node: ts.Node): boolean =>
      (ts.isPropertyAccessExpression(node) &&
        /^(Date\.now|Math\.random|performance\.now|crypto\.\w+)$/.test(node.getText())) ||
      (ts.isNewExpression(node) &&
        node.expression.getText() === 'Date' &&
        (node.arguments?.length ?? 0) === 0) ||
      (ts.isCallExpression(node) && node.expression.getText() === 'Date');
    const callers = [...inRoom('src/clinical'), ...inRoom('tests/caseload')];
    expect(callers.flatMap((file) => findNodes(file, isClockOrChance))).toEqual([]);
  });
});

describe('files', () => {
  test('files are kebab-case and components PascalCase', () => {
    const misnamed = code.filter(({ path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return name.endsWith('.svelte')
        ? !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(name)
        : !/^[a-z0-9]+(-[a-z0-9]+)*(\.svelte|\.d|\.worker)?\.ts$/.test(name);
    });
    expect(misnamed.map(({ path }) => path)).toEqual([]);
  });

  test('no file is longer than 400 lines', () => {
    const long = code.filter(({ text }) => text.split('\n').length > 400);
    expect(long.map(({ path, text }) => `${path} (${String(text.split('\n').length)})`)).toEqual([]);
  });

  test('runes live only in .svelte.ts and components', () => {
    const isRune = (node: ts.Node): boolean =>
      ts.isCallExpression(node) && /^\$(state|derived|effect|props)\b/.test(node.expression.getText());
    const plain = code.filter(({ path }) => path.endsWith('.ts') && !path.endsWith('.svelte.ts'));
    expect(plain.flatMap((file) => findNodes(file, isRune))).toEqual([]);
  });

  test('each instrument has a folder with its own licence file', () => {
    const without = ['src/clinical/instruments', 'src/clinical/instruments/pack'].flatMap((folder) =>
      readdirSync(resolve(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${folder}/${name}`)
        .filter((path) => !readdirSync(resolve(root, path)).some((file) => /^LICEN[CS]E/i.test(file))),
    );
    expect(without).toEqual([]);
  });

  test('nothing outside the pack imports from it: the folder can be left out', () => {
    const outside = code.filter(({ path }) => !path.startsWith('src/clinical/instruments/pack/'));
    const importers = outside.filter((file) =>
      readImports(file).some(({ specifier }) => /(^|\/)pack\//.test(specifier)),
    );
    expect(importers.map(({ path }) => path)).toEqual([]);
  });

  test('no file of the repository names a machine’s folder or a package registry', () => {
    const folders = ['root', 'home', 'work', 'tmp', 'Users'].join('|');
    // A path that starts at the disk's root; parts of an address or of a relative path do not count.
    const machinePath = new RegExp(`(?<![\\w./:@~-])/(?:${folders})/[\\w.-]+`);
    const registry = new RegExp(['registry', 'npmjs'].join('\\.') + '|_cacach' + 'e|--regist' + 'ry[= ]');
    const readable = repositoryFiles().filter(
      (path) => !/\.(png|ico|woff2|bin|soundings|gz|zip)$/.test(path),
    );
    const offending = readable.filter((path) => {
      const { text } = readSource(path);
      return machinePath.test(text) || registry.test(text) || text.includes(`${root}/`);
    });
    expect(offending).toEqual([]);
  });
});

describe('components', () => {
  const facts = components.map((file) => ({ path: file.path, ...readTemplate(file) }));

  test('no component has a style attribute: the policy would refuse it', () => {
    expect(facts.filter(({ hasStyleAttribute }) => hasStyleAttribute).map(({ path }) => path)).toEqual([]);
  });

  test('no component inserts HTML', () => {
    expect(facts.filter(({ hasHtmlTag }) => hasHtmlTag).map(({ path }) => path)).toEqual([]);
  });

  test('no component holds literal text: words come from messages', () => {
    const literal = facts.flatMap(({ path, literalTexts, literalLabels }) =>
      [...literalTexts, ...literalLabels].map((text) => `${path}: ${text}`),
    );
    expect(literal).toEqual([]);
  });
});

describe('messages', () => {
  const areas = repositoryFiles().filter((path) => /^src\/app\/messages\/en\/[a-z]+\.json$/.test(path));
  const keysByArea = new Map(
    areas.map((path) => [path, Object.keys(JSON.parse(readSource(path).text) as Record<string, unknown>)]),
  );
  const used = new Set(
    code
      .filter(({ path }) => path.startsWith('src/'))
      .flatMap(({ text }) =>
        [...text.matchAll(/\bm(?:essages)?\.([a-z][a-z0-9_]*)\b/g)].map((match) => match[1] ?? ''),
      ),
  );

  test('the project lists every file of messages', () => {
    const settings = readSource('src/app/project.inlang/settings.json').text;
    const missing = areas.filter(
      (path) => !settings.includes(`./messages/{locale}/${path.slice(path.lastIndexOf('/') + 1)}`),
    );
    expect(missing).toEqual([]);
  });

  test('every key is snake_case and starts with the name of its file', () => {
    const misnamed = [...keysByArea].flatMap(([path, keys]) => {
      const area = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
      return keys.filter((key) => !/^[a-z0-9]+(_[a-z0-9]+)+$/.test(key) || !key.startsWith(`${area}_`));
    });
    expect(misnamed).toEqual([]);
  });

  test('every message is used, and every message used is there', () => {
    const known = [...keysByArea.values()].flat();
    expect(
      known.filter((key) => !used.has(key)),
      'unused',
    ).toEqual([]);
    expect(
      [...used].filter((key) => key.includes('_') && !known.includes(key)),
      'missing',
    ).toEqual([]);
  });
});
