import type { Plugin } from 'vite';

// prettier-ignore
const accents: Readonly<Record<string, string>> = {
  a: 'á', c: 'ç', d: 'đ', e: 'é', g: 'ğ', i: 'í', l: 'ł', n: 'ñ', o: 'ø', r: 'ř', s: 'š', t: 'ţ', u: 'ü', w: 'ŵ', y: 'ý', z: 'ž',
  A: 'Å', C: 'Ç', D: 'Đ', E: 'É', I: 'Í', N: 'Ñ', O: 'Ø', R: 'Ř', S: 'Š', T: 'Ţ', U: 'Ü', W: 'Ŵ', Y: 'Ý', Z: 'Ž',
};

const compiledText = /(LocalizedString\} \*\/ \(`)((?:[^`\\]|\\.)*)(`\))/g;

/** Accented, longer by a third as German is, and in brackets, so that a cut-off end shows. Placeholders stay. */
export function pseudoText(text: string): string {
  const accented = text
    .split(/(\$\{[^}]*\}|\\.)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter),
    )
    .join('');
  // In words of eight, as a sentence grows by words and not by one long one.
  return `⟦${accented}${'~'.repeat(Math.ceil(text.length / 3)).replace(/~{8}(?=~)/g, '$& ')}⟧`;
}

/** For `--mode pseudo`: English as a language that nobody reads, to find what is not in messages or does not fit. */
export function pseudoLocale(): Plugin {
  return {
    name: 'soundings:pseudo-locale',
    transform(code, id) {
      if (!id.includes('/src/app/paraglide/messages/')) return null;
      const replaced = code.replace(
        compiledText,
        (_all, before: string, text: string, after: string) => before + pseudoText(text) + after,
      );
      return { code: replaced, map: null };
    },
  };
}
