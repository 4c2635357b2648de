// What a mapping still lacks, as sentences.
import type { MappingGap } from '../../../exchange/import/mapping-gaps.ts';
import type { Mapping } from '../../../exchange/import/mapping.ts';
import { m } from '../../paraglide/messages.js';
import { formatNumber } from '../../wording/format-total.ts';
import { columnName, roleWord } from './column-words.ts';
import { shortened } from './problem-words.ts';

export function gapWord(gap: MappingGap, mapping: Mapping, names: readonly string[]): string {
  const inFile = (key: string): string =>
    shortened(mapping.measures.find((measure) => measure.key === key)?.calledInFile || key);
  switch (gap.kind) {
    case 'no-client':
      return m.import_gap_no_client();
    case 'no-scores':
      return m.import_gap_no_scores();
    case 'no-time':
      return m.import_gap_no_time();
    case 'no-measure-column':
      return m.import_gap_no_measure_column();
    case 'two-columns':
      return m.import_gap_two_columns({ role: roleWord(gap.role) });
    case 'columns-differ':
      return m.import_gap_columns_differ();
    case 'same-score-twice': {
      const [first, second] = gap.columns;
      return m.import_gap_same_score({ first: columnName(names, first), second: columnName(names, second) });
    }
    case 'date-order':
      return m.import_gap_date_order({ example: shortened(gap.example) });
    case 'header-date':
      return m.import_gap_header_date({ text: shortened(gap.text) });
    case 'time-label':
      return m.import_gap_time_label({ label: shortened(gap.label) });
    case 'measure-unmapped':
      return m.import_gap_unmapped({ measure: inFile(gap.measure) });
    case 'measure-name':
    case 'measure-range':
    case 'measure-direction':
    case 'measure-details':
      return m.import_gap_measure({ measure: inFile(gap.measure) });
    case 'raw-or-scaled':
      return m.import_gap_raw_or_scaled({ measure: inFile(gap.measure), factor: formatNumber(gap.factor) });
    case 'no-such-item':
      return m.import_gap_no_item({ column: columnName(names, gap.column), items: formatNumber(gap.items) });
  }
}
