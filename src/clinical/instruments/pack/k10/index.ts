import type { Instrument } from '../../instrument.ts';
import { k10From0To4, k10From1To5 } from './k10.ts';

export const instruments: readonly Instrument[] = [k10From1To5, k10From0To4];
