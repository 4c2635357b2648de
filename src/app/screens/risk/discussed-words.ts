import type { Instrument } from '../../../clinical/instruments/instrument.ts';
import type { Respondent } from '../../../clinical/verdict/score-point.ts';
import type { RiskConversationEntry } from '../../../records/entry.ts';
import { m } from '../../paraglide/messages.js';
import { formatNumber } from '../../wording/format-total.ts';
import { measureName } from '../../wording/words.ts';

const respondents: readonly Respondent[] = ['self', 'parent', 'partner', 'clinician'];

/** "PHQ-9, answer 2"; of a measure that is not known here, by the name that the record has. */
export const discussedWords = (
  discussed: RiskConversationEntry['discussed'],
  instruments: readonly Pick<Instrument, 'id' | 'shortName'>[],
  locale: string,
): string[] =>
  discussed.map(({ measure, answer }) => {
    const [id, by] = measure.split('/');
    const name = instruments.find((instrument) => instrument.id === id)?.shortName ?? id ?? measure;
    const respondent = respondents.find((each) => each === by) ?? 'self';
    return m.risk_discussed_answer({
      measure: measureName(name, respondent),
      answer: formatNumber(answer, locale),
    });
  });
