import type { Instrument } from '../../instrument.ts';
import { who5 } from './who-5.ts';

export const instruments: readonly Instrument[] = [who5];
