// @ts-check
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { roomImports } from './scripts/eslint/room-imports.mjs';
import svelteConfig from './svelte.config.js';

const typed = {
  parserOptions: {
    projectService: true,
    tsconfigRootDir: import.meta.dirname,
    extraFileExtensions: ['.svelte'],
  },
};

export default ts.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      'screenshots/',
      'src/app/paraglide/',
      'src/app/project.inlang/',
      'tests/fixtures/',
    ],
  },
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: { ...typed, globals: { ...globals.browser } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { soundings: { rules: { 'room-imports': roomImports } } },
    rules: {
      'soundings/room-imports': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      'no-cond-assign': 'error',
      'no-constant-binary-expression': 'error',
      'no-control-regex': 'error',
      'no-dupe-else-if': 'error',
      'no-irregular-whitespace': 'error',
      'no-misleading-character-class': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': [
        'error',
        { selector: 'DebuggerStatement', message: 'Left over from debugging.' },
        { selector: 'Literal[value=/^javascript:/i]', message: 'No javascript: addresses.' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // () => voidCall() is how a one-line handler reads; undefined is not used.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/dot-notation': 'off',
      // `void this.something` in an effect reads a signal on purpose.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // A branded id is named by the caller: newId<ClientId>().
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { ...typed.parserOptions, parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // A style attribute would be refused by the policy (tests/architecture.test.ts looks for it); `style:` directives go
      // through the object model and may stay.
      'svelte/no-inline-styles': 'off',
      // State is read through and replaced whole ($state.raw); plain Maps and Sets are values here.
      'svelte/prefer-svelte-reactivity': 'off',
      // Reads the words of an explanation after the code as further codes.
      'svelte/no-unused-svelte-ignore': 'off',
      // Hash routes are plain fragments; there is no SvelteKit router to resolve them.
      'svelte/no-navigation-without-resolve': 'off',
      // $props() and $derived are declared with let/const as Svelte needs them.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  {
    // In templates the parser gives handlers and component types as `any`; svelte-check types them and fails on any.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['src/clinical/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'navigator',
        'localStorage',
        'fetch',
        'setTimeout',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Chance comes in as an argument.' },
      ],
    },
  },
  {
    files: ['tests/**', 'bench/**'],
    rules: {
      // A test that reaches past what its own arrangement made should fail loudly, there and then.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Scripts are plain modules with JSDoc types, checked by tsc; typed linting would double that.
    files: ['**/*.mjs', '**/*.js'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: { ...globals.node }, parserOptions: { projectService: false } },
  },
);
