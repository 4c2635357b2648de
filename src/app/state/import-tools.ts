// Everything heavy that an import needs (parser, schemas, hash), behind one dynamic import.
export { decodeText, largestTableBytes } from '../../exchange/csv/decode-text.ts';
export { protectFromFormula } from '../../exchange/csv/formula-text.ts';
export { readTable } from '../../exchange/csv/read-table.ts';
export { sha256Hex } from '../../exchange/hash/sha-256.ts';
export { clientCodesIn } from '../../exchange/import/client-codes-in.ts';
export { guessMapping } from '../../exchange/import/guess-mapping.ts';
export { mappingGaps } from '../../exchange/import/mapping-gaps.ts';
export { planImport } from '../../exchange/import/plan-import.ts';
export { applyLayout, layoutOf, signatureOf } from './import-layout.ts';
export {
  measureOfHeader,
  questionsAbout,
  sessionTimes,
  withColumns,
  withoutTimes,
} from './import-mapping.ts';
