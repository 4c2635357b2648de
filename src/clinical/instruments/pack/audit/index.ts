import type { Instrument } from '../../instrument.ts';
import { audit } from './audit.ts';

export const instruments: readonly Instrument[] = [audit];
