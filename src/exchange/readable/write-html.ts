// A page for the printer and the archive: complete in itself, no script, nothing fetched. One section per client.
import { isNotApplicable } from '../../clinical/scoring/offered-answers.ts';
import { markup, markupToText, type Markup } from './html-text.ts';
import type { ReadableLabels, ReadableVerdict } from './readable-labels.ts';
import {
  asChosen,
  noPrivateNotes,
  type ExportChoices,
  type ReadableClient,
  type ReadableItem,
  type ReadableMeasure,
  type ReadableRecord,
  type ReadableResponse,
} from './readable-record.ts';

const style = `
  :root { color-scheme: light; }
  body { font: 11pt/1.5 system-ui, sans-serif; color: #1c2226; background: #fff; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  caption { text-align: start; font-weight: 600; padding: 0.25rem 0; }
  th, td { border-bottom: 1px solid #ccc; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
  td.number { text-align: end; } p.sentence { font-size: 1.15rem; } pre, td { white-space: pre-wrap; overflow-wrap: anywhere; }
  pre { font: inherit; } footer, .fine { font-size: 0.85rem; color: #4a5459; }
  @media print { body { margin: 0; max-width: none; } article + article { break-before: page; } tr { break-inside: avoid; } thead { display: table-header-group; } }
`;

const row = (cells: readonly (string | number | Markup)[]): Markup =>
  markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`;

function table(caption: string, headers: readonly string[], rows: readonly Markup[]): Markup {
  const heads = headers.map((header) => markup`<th scope="col">${header}</th>`);
  return markup`<table>
<caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

/** Each has its name beside it: people read that. */
const codesWithNames: ReadonlySet<string> = new Set([
  ...['goalId', 'from', 'to', 'target', 'pivotId', 'about', 'mark', 'technique', 'template', 'noteId'],
  'linkedTo',
]);

function definitions(
  content: Readonly<Record<string, string | number | boolean | null>>,
  labels: ReadableLabels,
): Markup {
  const known = Object.entries(content).flatMap(([name, value]) =>
    value === null || value === '' || codesWithNames.has(name)
      ? []
      : [{ name: labels.word(name), value: labels.value(name, value) }],
  );
  return markup`<dl>${known.map(({ name, value }) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

const dayOr = (day: string | null, labels: ReadableLabels): string => (day === null ? '' : labels.day(day));
const sessionOr = (session: number | null): string => (session === null ? '' : String(session));

/** "0 = Not at all · 1 = Several days": without it the numbers below cannot be read. */
function answerKey({ options = [], reversed, unscored }: ReadableItem, labels: ReadableLabels): string {
  const answers = options.map(({ value, label, score }) => {
    const counts = score === undefined ? '' : ` (${labels.countsAs(score)})`;
    return `${labels.number(value)} = ${label}${counts}`;
  });
  return [...answers, reversed ? labels.reversed : '', unscored ? labels.unscored : '']
    .filter((part) => part !== '')
    .join(' · ');
}

function bandsLine({ bands = [] }: ReadableMeasure, labels: ReadableLabels): Markup | null {
  if (bands.length === 0) return null;
  const named = bands.map(({ label, min, max }) => `${labels.number(min)}–${labels.number(max)} ${label}`);
  return markup`<p class="fine">${labels.bands}: ${named.join(' · ')}</p>\n`;
}

function verdictPart(verdict: ReadableVerdict | null, labels: ReadableLabels): Markup | null {
  if (verdict === null) return null;
  const { sentence, rows, limits } = verdict;
  return markup`<p class="sentence">${sentence}</p>
<dl class="fine">${rows.map(({ term, text }) => markup`<dt>${term}</dt><dd>${text}</dd>`)}</dl>
${limits.length === 0 ? null : markup`<h3>${labels.limits}</h3>\n<ul class="fine">${limits.map((limit) => markup`<li>${limit}</li>`)}</ul>\n`}`;
}

function answersTable(
  measure: ReadableMeasure,
  responses: readonly ReadableResponse[],
  labels: ReadableLabels,
): Markup | null {
  const answered = responses.filter(({ answers }) => answers !== null);
  if (answered.length === 0 || measure.items.length === 0) return null;
  const items = measure.items.map(
    (item) => markup`<li>${item.text}<br><span class="fine">${answerKey(item, labels)}</span></li>\n`,
  );
  const headers = [labels.date, labels.session, ...measure.items.map((_, index) => String(index + 1))];
  const rows = answered.map((response) =>
    row([
      dayOr(response.occurredOn, labels),
      sessionOr(response.sessionNumber),
      ...measure.items.map((item, index) => {
        const answer = response.answers?.[index] ?? null;
        if (answer === null) return '–';
        return isNotApplicable({ mayNotApply: item.mayNotApply ?? false }, answer)
          ? labels.word('not-applicable')
          : labels.number(answer);
      }),
    ]),
  );
  return markup`<h3>${labels.answers}</h3>
<ol>
${items}</ol>
${table(`${labels.item} 1–${measure.items.length}`, headers, rows)}`;
}

function measureSection(
  client: ReadableClient,
  measure: ReadableMeasure,
  respondent: string,
  responses: readonly ReadableResponse[],
  labels: ReadableLabels,
): Markup {
  const verdict = labels.verdict(client, measure, respondent);
  const { min, max } = measure.range;
  const range = Number.isFinite(min)
    ? `, ${labels.number(min)}–${labels.number(max)}, ${labels.direction(measure.better)}`
    : '';
  const headers = [labels.date, labels.session, labels.total, labels.mode, labels.remark];
  const rows = responses.map((response) =>
    row([
      dayOr(response.occurredOn, labels),
      sessionOr(response.sessionNumber),
      response.score.total === null ? '–' : labels.number(response.score.total),
      labels.word(response.mode),
      labels.remarkOn(response),
    ]),
  );
  return markup`<section>
<h2>${measure.fullName} (${labels.word(respondent)})</h2>
${verdictPart(verdict, labels)}
${table(`${labels.scores}: ${measure.shortName}${range}`, headers, rows)}${bandsLine(measure, labels)}${answersTable(measure, responses, labels)}</section>
`;
}

/** A measure that the vault no longer describes is still printed, by its id. */
const unknownMeasure = (instrumentId: string, version: string, coding: string): ReadableMeasure => ({
  ...{ instrumentId, version, coding, shortName: instrumentId, fullName: instrumentId },
  ...{ origin: 'own', language: '', range: { min: NaN, max: NaN }, better: 'lower' },
  ...{ items: [], copyright: '', sources: [] },
});

function measureSections(record: ReadableRecord, client: ReadableClient, labels: ReadableLabels): Markup[] {
  const groups = new Map<string, ReadableResponse[]>();
  for (const response of client.responses) {
    const key = JSON.stringify([
      response.instrumentId,
      response.instrumentVersion,
      response.coding,
      response.respondent,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), response]);
  }
  return [...groups.values()].flatMap((responses) => {
    const [first] = responses;
    if (first === undefined) return [];
    const { instrumentId, instrumentVersion, coding, respondent } = first;
    const measure =
      record.measures.find(
        (known) =>
          known.instrumentId === instrumentId &&
          known.version === instrumentVersion &&
          known.coding === coding,
      ) ?? unknownMeasure(instrumentId, instrumentVersion, coding);
    return [measureSection(client, measure, respondent, responses, labels)];
  });
}

const measureName = ({ measures }: ReadableRecord, id: string): string =>
  measures.find(({ instrumentId }) => instrumentId === id)?.shortName ?? id;

function planPart(record: ReadableRecord, { plan }: ReadableClient, labels: ReadableLabels): Markup | null {
  if (!plan) return null;
  const rows = labels.planRows(plan, (id) => measureName(record, id));
  return markup`<dl>${rows.map(({ term, texts }) => markup`<dt>${term}</dt>${texts.map((text) => markup`<dd>${text}</dd>`)}`)}</dl>`;
}

function clientArticle(record: ReadableRecord, client: ReadableClient, labels: ReadableLabels): Markup {
  const sections = measureSections(record, client, labels);
  const others = client.otherEntries.map((entry) =>
    row([
      dayOr(entry.occurredOn, labels),
      sessionOr(entry.sessionNumber),
      entry.counts === false
        ? `${labels.entryKind(entry.kind)} (${labels.replaced})`
        : labels.entryKind(entry.kind),
      definitions(entry.content, labels),
    ]),
  );
  const deletions = client.deletions.map(({ at, kind, reason }) =>
    row([labels.day(at.utc.slice(0, 10)), labels.entryKind(kind), labels.deletionReason(reason)]),
  );
  const checkIns = (client.checkIns ?? []).map(({ createdAt, way, asked, state }) =>
    row([
      labels.day(createdAt.utc.slice(0, 10)),
      labels.word(way),
      asked.map(({ instrumentId }) => measureName(record, instrumentId)).join(', '),
      labels.word(`check-in-${state}`),
    ]),
  );
  const notes = (client.privateNotes ?? []).map(
    ({ occurredOn, text }) => markup`<h3>${dayOr(occurredOn, labels)}</h3>\n<pre>${text}</pre>\n`,
  );
  const part = (heading: string, content: Markup | readonly Markup[] | null): Markup | null =>
    content === null ? null : markup`<section>\n<h2>${heading}</h2>\n${content}</section>\n`;
  const tablePart = (heading: string, headers: readonly string[], rows: readonly Markup[]): Markup | null =>
    part(heading, rows.length === 0 ? null : table(heading, headers, rows));
  const hasProfile = Object.keys(client.profile).length > 0;
  return markup`<article>
<h1>${client.code}${client.name === null ? null : `, ${client.name}`}</h1>
${part(labels.profile, hasProfile ? definitions(client.profile, labels) : null)}
${sections.length === 0 ? markup`<p>${labels.noScores}</p>` : sections}
${part(labels.plan, planPart(record, client, labels))}
${tablePart(labels.otherEntries, [labels.date, labels.session, labels.kind, labels.content], others)}
${tablePart(labels.checkIns, [labels.date, labels.mode, labels.asked, labels.state], checkIns)}
${tablePart(labels.deletions, [labels.date, labels.kind, labels.reason], deletions)}
${part(labels.privateNotes, notes.length === 0 ? null : markup`<p class="fine">${labels.privateNotesLead}</p>\n${notes}`)}
</article>
`;
}

/** One self-contained page for all clients of the record; pass a record with one client for one. */
export function writeReadableHtml(
  given: ReadableRecord,
  labels: ReadableLabels,
  choices: ExportChoices = noPrivateNotes,
): string {
  const record = asChosen(given, choices);
  const used = new Set(
    record.clients.flatMap(({ responses }) => responses.map(({ instrumentId }) => instrumentId)),
  );
  const sources = record.measures
    .filter(
      ({ instrumentId, copyright, sources }) => used.has(instrumentId) && copyright + sources.join('') !== '',
    )
    .map(({ fullName, copyright, sources }) => {
      const lines = [copyright, ...sources].filter((line) => line !== '');
      return markup`<li>${fullName}${lines.map((line) => markup`<br>${line}`)}</li>\n`;
    });
  const page = markup`<html lang="${labels.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${labels.title}</title>
<style>STYLE</style>
</head>
<body>
<header><p class="fine">${labels.writtenAt}</p></header>
<main>
${record.clients.map((client) => clientArticle(record, client, labels))}</main>
${sources.length === 0 ? null : markup`<footer>\n<h2>${labels.sources}</h2>\n<ul>\n${sources}</ul>\n</footer>`}
</body>
</html>
`;
  // The style is ours and holds '>' and quotes, which `markup` would escape.
  return `<!doctype html>\n${markupToText(page).replace('<style>STYLE</style>', () => `<style>${style}</style>`)}`;
}
