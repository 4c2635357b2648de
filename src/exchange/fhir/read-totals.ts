// What a questionnaire says about its totals: which item carries the total, which carry subscales, and which questions
// each of them adds up.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { calculationOf, variablesOf } from './extensions.ts';
import { titleOf } from './item-tree.ts';
import { isKnownTotal } from './known-items.ts';
import type { FhirItem, FhirQuestionnaire } from './questionnaire-schema.ts';
import { readSum } from './read-sum.ts';

export interface ReadSubscale {
  readonly label: string;
  readonly linkIds: readonly string[];
}

export interface ReadTotals {
  /** The questions in the total; null when the file does not say, or not in a way that is read here. */
  readonly total: readonly string[] | null;
  readonly subscales: readonly ReadSubscale[];
  /** Items that are worked out in another way than a plain sum. */
  readonly notRead: readonly string[];
  /** Items that hold a result, and so ask nothing. */
  readonly results: ReadonlySet<string>;
}

const numericTypes = ['decimal', 'integer', 'quantity'];

interface Result {
  readonly item: FhirItem;
  /** Null: worked out in a way that is not read. */
  readonly linkIds: readonly string[] | null;
}

export function readTotals(questionnaire: FhirQuestionnaire, known: readonly Instrument[]): ReadTotals {
  const results = new Set<string>();
  const calculated: Result[] = [];
  const visit = (items: readonly FhirItem[], outer: ReadonlyMap<string, string>): void => {
    for (const item of items) {
      const variables = new Map([...outer, ...variablesOf(item.extension)]);
      const calculation = calculationOf(item.extension);
      const isNumeric = numericTypes.includes(item.type);
      if (isNumeric && (calculation || item.readOnly || isKnownTotal(item, known))) results.add(item.linkId);
      if (isNumeric && calculation) {
        const isRead = calculation.language === 'text/fhirpath';
        const sum = isRead ? readSum(calculation.text, { items: questionnaire.item, variables }) : null;
        calculated.push({ item, linkIds: sum?.linkIds ?? null });
      }
      visit(item.item, variables);
    }
  };
  visit(questionnaire.item, variablesOf(questionnaire.extension));
  return { ...totalAndSubscales(calculated, results), results };
}

function totalAndSubscales(
  calculated: readonly Result[],
  results: ReadonlySet<string>,
): Pick<ReadTotals, 'total' | 'subscales' | 'notRead'> {
  const notRead = calculated.filter(({ linkIds }) => !linkIds).map(({ item }) => titleOf(item));
  const sums = calculated.flatMap(({ item, linkIds }) =>
    // A sum over everything takes in the places where results stand; they are no questions.
    linkIds ? [{ label: titleOf(item), linkIds: linkIds.filter((id) => !results.has(id)) }] : [],
  );
  const contains = (whole: ReadSubscale, part: ReadSubscale): boolean =>
    part.linkIds.every((id) => whole.linkIds.includes(id));
  const total = sums.find((whole) => sums.every((part) => contains(whole, part)));
  // One readable result among others that are not may be any of them.
  const isSure = total !== undefined && (notRead.length === 0 || sums.length > 1);
  return {
    total: isSure ? total.linkIds : null,
    // What adds up the same questions as the total is the total again.
    subscales: sums.filter((sum) => !isSure || !contains(sum, total)),
    notRead,
  };
}
