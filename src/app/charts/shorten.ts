const fewestLetters = 3;

/** As much of the text as has room, with an ellipsis; nothing where that would be less than three letters. */
export function shorten(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  if (widthOf(`${text.slice(0, fewestLetters)}…`) > room) return '';
  let [fits, tooLong] = [fewestLetters, text.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (widthOf(shortened(text, middle)) <= room) fits = middle;
    else tooLong = middle;
  }
  return shortened(text, fits);
}

const shortened = (text: string, length: number): string => `${text.slice(0, length).trimEnd()}…`;
