// The words of every chart. The shape is the charts' own `ChartWords`; charts stay free of messages, this room of charts.
import type { ResponseMode } from '../../clinical/verdict/score-point.ts';
import { m } from '../paraglide/messages.js';
import { modeWord } from './words.ts';

const modes: Readonly<Record<ResponseMode, string>> = {
  self: modeWord('self'),
  'read-aloud': modeWord('read-aloud'),
  'handed-over': modeWord('handed-over'),
  link: modeWord('link'),
  paper: modeWord('paper'),
  import: modeWord('import'),
  'total-entered': modeWord('total-entered'),
};

/** Numbers arrive already written for the reader. */
export const chartLabels = () => ({
  session: (number: string): string => m.chart_session({ number }),
  undated: m.chart_undated(),
  lowerIsBetter: m.chart_lower_is_better(),
  higherIsBetter: m.chart_higher_is_better(),
  baseline: m.chart_baseline(),
  cutOff: (value: string): string => m.chart_cut_off({ value }),
  corridor: (low: string, high: string): string => m.chart_corridor({ low, high }),
  above: (number: string): string => m.chart_above({ number }),
  below: (number: string): string => m.chart_below({ number }),
  sinceBaseline: (change: string): string => m.chart_since_baseline({ change }),
  modes,
  modeChanged: (mode: string): string => m.chart_mode_changed({ mode }),
  modeMark: m.chart_mode_mark(),
  incomplete: (answered: string, of: string): string => m.chart_incomplete({ answered, of }),
  invalid: m.chart_invalid(),
  prorated: (answered: string, of: string): string => m.chart_prorated({ answered, of }),
  gap: m.chart_gap(),
  course: (number: string): string => m.chart_course({ number }),
  followUp: m.chart_follow_up(),
  unplaced: (count: number): string => m.chart_unplaced({ count }),
  zoomIn: m.chart_zoom_in(),
  zoomOut: m.chart_zoom_out(),
  whole: m.chart_whole(),
  chartName: (measures: string): string => m.chart_name({ measures }),
  keys: m.chart_keys(),
  chooseMeasure: m.chart_choose_measure(),
  tableCaption: m.chart_table_caption(),
  columnWhen: m.chart_column_when(),
  columnMeasure: m.chart_column_measure(),
  columnScore: m.chart_column_score(),
  columnBand: m.chart_column_band(),
  columnChange: m.chart_column_change(),
  columnMode: m.chart_column_mode(),
  columnNote: m.chart_column_note(),
  noTotal: m.chart_no_total(),
});
