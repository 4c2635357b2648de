import { expect, test } from 'vitest';
import { findInstrument } from '../../../src/clinical/instruments/catalogue.ts';
import { effectiveEntries } from '../../../src/records/effective-entries.ts';
import { deriveChart } from '../../../src/app/state/client-chart.ts';
import { packChart, unpackChart } from '../../../src/app/state/pack-chart.ts';
import { makeCaseload } from '../../caseload/make-caseload.ts';

test('a chart comes out of the cache as it went in, for every kind of course, gap and mode', () => {
  const { clients } = makeCaseload({ seed: 11, clients: 24, years: 3, today: '2026-06-01' });
  for (const { entries } of clients) {
    const chart = deriveChart({ ...effectiveEntries(entries, new Map()), unreadable: 0 }, findInstrument);
    expect(unpackChart(packChart(chart))).toEqual(chart);
  }
});

test('a packed point takes less than half of what plain JSON takes', () => {
  const [client] = makeCaseload({ seed: 11, clients: 1, years: 3, today: '2026-06-01' }).clients;
  const chart = deriveChart(
    { ...effectiveEntries(client?.entries ?? [], new Map()), unreadable: 0 },
    findInstrument,
  );
  expect(chart.points.length).toBeGreaterThan(10);
  expect(packChart(chart).length).toBeLessThan(JSON.stringify(chart).length / 2);
});
