// Reads what someone typed from the recovery sheet, or the text of its QR, and says what is wrong with it.
import { readRecovery, type RecoveryReading } from '../../sync/index.ts';

export type RecoveryWordsReading =
  | { readonly kind: 'words' }
  | { readonly kind: 'wrong-count'; readonly given: number }
  | {
      readonly kind: 'unknown-word';
      readonly position: number;
      readonly word: string;
      readonly nearest: string | null;
    }
  | { readonly kind: 'bad-checksum' };

const describe = (reading: RecoveryReading): RecoveryWordsReading => {
  switch (reading.kind) {
    case 'read':
      return { kind: 'words' };
    case 'wrong-count':
      return { kind: 'wrong-count', given: reading.count };
    case 'bad-checksum':
      return reading;
    case 'unknown-words': {
      const [first] = reading.words;
      return first
        ? { kind: 'unknown-word', position: first.position, word: first.word, nearest: first.suggestion }
        : { kind: 'bad-checksum' };
    }
  }
};

export const readRecoveryWords = async (text: string): Promise<RecoveryWordsReading> =>
  describe(await readRecovery(text));
