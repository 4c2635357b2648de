// @ts-check
import { relative, sep } from 'node:path';
import { importProblem } from '../import-rules.mjs';

/**
 * The import table of scripts/import-rules.mjs as an ESLint rule.
 * @type {import('eslint').Rule.RuleModule}
 */
export const roomImports = {
  meta: { type: 'problem', schema: [], docs: { description: 'Rooms import only what DESIGN 3 lets them.' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    /** @type {(node: any, typeOnly: boolean) => void} */
    const judge = (node, typeOnly) => {
      const specifier = node?.value;
      if (typeof specifier !== 'string') return;
      const problem = importProblem(file, specifier, typeOnly);
      if (problem !== null) context.report({ node, message: problem });
    };
    return /** @type {any} */ ({
      ImportDeclaration: (/** @type {any} */ node) => judge(node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (/** @type {any} */ node) => judge(node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (/** @type {any} */ node) => judge(node.source, node.exportKind === 'type'),
      ImportExpression: (/** @type {any} */ node) => judge(node.source, false),
      TSImportType: (/** @type {any} */ node) => judge(node.source ?? node.argument?.literal, true),
    });
  },
};
