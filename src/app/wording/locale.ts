import { getLocale } from '../paraglide/runtime.js';

/**
 * The locale for dates and numbers: the browser's own variant of the language that the words are in ("en-US" for "en"),
 * else a variant of it that names months in words and puts the day first.
 */
export function displayLocale(preferred: readonly string[] = browserLanguages()): string {
  const language: string = getLocale();
  const variant = preferred.find((tag) => tag.toLowerCase().startsWith(`${language}-`));
  return variant ?? (language === 'en' ? 'en-GB' : language);
}

const browserLanguages = (): readonly string[] => (typeof navigator === 'object' ? navigator.languages : []);
