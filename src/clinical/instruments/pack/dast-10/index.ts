import type { Instrument } from '../../instrument.ts';
import { dast10 } from './dast-10.ts';

export const instruments: readonly Instrument[] = [dast10];
