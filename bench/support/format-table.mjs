// @ts-check

/** @type {(value: number | null) => string} */
const figure = (value) =>
  value === null ? '–' : Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);

/** @param {import('./row.mjs').Result[]} results */
export function formatTable(results) {
  const header = ['figure', 'unit', 'value', 'limit', 'ratio', 'aim', 'met'];
  const lines = results.map(({ name, unit, value, limit, ratio, aim, met }) => [
    name,
    unit,
    figure(value),
    figure(limit),
    figure(ratio),
    aim,
    met === null ? '–' : met ? 'yes' : 'NO',
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => (line[column] ?? '').length)),
  );
  return [header, ...lines]
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
