/** A number while it is typed: `text` is what stands in the field; `value` is null when that is empty or no number. */
export interface NumberDraft {
  value: number | null;
  text: string;
}

export const numberDraft = (value: number | null | undefined): NumberDraft => ({
  value: value ?? null,
  text: String(value ?? ''),
});

export const isUnreadable = ({ value, text }: NumberDraft): boolean => value === null && text.trim() !== '';

/** Undefined for nothing but blanks. */
export const said = (text: string): string | undefined => text.trim() || undefined;
