import type { Instrument } from '../../instrument.ts';
import { core10 } from './core-10.ts';

export const instruments: readonly Instrument[] = [core10];
