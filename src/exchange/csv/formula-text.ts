// Spreadsheets run a cell that begins with = + - or @ (OWASP "CSV injection"). What we write gets a leading apostrophe,
// which they take as "this is text" and which our own import takes off again; what we read is never run, only flagged.

// eslint-disable-next-line no-control-regex -- a leading tab or carriage return hides a formula from a naive check
const dangerous = /^'*[\t\r\n\x00 ]*[=+\-@]/;

/** For text cells only; a number is written plainly. Undone by `withoutProtection`, whatever the text. */
export function protectFromFormula(text: string): string {
  return dangerous.test(text) || /^'*[\t\r]/.test(text) ? `'${text}` : text;
}

export function withoutProtection(cell: string): string {
  return cell.startsWith("'") && (dangerous.test(cell) || /^'*[\t\r]/.test(cell)) ? cell.slice(1) : cell;
}

/** True for text that a spreadsheet would run; numbers and dates ("-3", "+1") are not meant. */
export function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@]/.test(text) && !/^\s*[+-]?[\d.,]+\s*$/.test(text) && text.trim().length > 1;
}
