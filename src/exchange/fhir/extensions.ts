// The few extensions that Soundings reads. Sources: hl7.org/fhir/R4/extension-ordinalvalue.html (later itemWeight),
// hl7.org/fhir/uv/sdc, hl7.org/fhir/R4/extension-minvalue.html.
import type { FhirExtension } from './questionnaire-schema.ts';

const core = 'http://hl7.org/fhir/StructureDefinition';
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition';

/** The newer name first. */
export const weightUrls = [`${core}/itemWeight`, `${core}/ordinalValue`] as const;
export const minValueUrl = `${core}/minValue`;
export const maxValueUrl = `${core}/maxValue`;
const calculatedUrls = [`${sdc}/sdc-questionnaire-calculatedExpression`];
const variableUrls = [`${core}/variable`];

const isRead = new Set<string>([...weightUrls, minValueUrl, maxValueUrl, ...calculatedUrls, ...variableUrls]);
export const isKnownExtension = ({ url }: FhirExtension): boolean => isRead.has(url);

export const numberOf = (extensions: readonly FhirExtension[], url: string): number | null => {
  const found = extensions.find((one) => one.url === url);
  return found?.valueDecimal ?? found?.valueInteger ?? null;
};

/** The weight that stands on an option, a coding or a concept. */
export function weightOf(extensions: readonly FhirExtension[]): number | null {
  for (const url of weightUrls) {
    const weight = numberOf(extensions, url);
    if (weight !== null) return weight;
  }
  return null;
}

export interface FhirExpression {
  readonly language: string;
  readonly text: string;
}

/** The calculated expression of an item; null when it has none. */
export function calculationOf(extensions: readonly FhirExtension[]): FhirExpression | null {
  const found = extensions.find(({ url }) => calculatedUrls.includes(url))?.valueExpression;
  return found ? { language: found.language ?? '', text: found.expression ?? '' } : null;
}

/** Named expressions, usable as %name in the expressions below them. */
export const variablesOf = (extensions: readonly FhirExtension[]): ReadonlyMap<string, string> =>
  new Map(
    extensions
      .filter(({ url }) => variableUrls.includes(url))
      .flatMap(({ valueExpression: one }) =>
        one?.name !== undefined && one.expression !== undefined && one.language === 'text/fhirpath'
          ? [[one.name, one.expression]]
          : [],
      ),
  );
