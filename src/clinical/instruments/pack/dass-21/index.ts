import type { Instrument } from '../../instrument.ts';
import { dass21 } from './dass-21.ts';

export const instruments: readonly Instrument[] = [dass21];
