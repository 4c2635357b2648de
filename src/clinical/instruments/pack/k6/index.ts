import type { Instrument } from '../../instrument.ts';
import { k6From0To4 } from './k6.ts';

export const instruments: readonly Instrument[] = [k6From0To4];
