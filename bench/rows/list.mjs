// @ts-check
// Scrolling through the whole caseload by the wheel: how long the screen stood still at most. A long task is 50 ms or more
// (Long Tasks API); 0 means that there was none.

const clients = Number(process.env['BENCH_CLIENTS'] ?? 1500);

/** @type {import('../support/row.mjs').Row[]} */
export const rows = [
  {
    name: `longest task while scrolling ${clients} clients`,
    unit: 'ms',
    aim: '≤ 100',
    measure: async (bench) => {
      const page = await bench.openBenchPage();
      page.setDefaultTimeout(0);
      // @ts-expect-error the bench page defines it
      await page.evaluate((count) => globalThis.bench.showList(count), clients);
      await page.getByRole('tab', { name: /^All/ }).click();
      await page.evaluate(() => {
        /** @type {number[]} */
        const found = [0];
        Object.assign(globalThis, { longTasks: found });
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) found.push(duration);
        }).observe({ type: 'longtask' });
      });
      await page.mouse.move(600, 500);
      for (let turn = 0; turn < 150; turn += 1) {
        await page.mouse.wheel(0, 800);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
      }
      // @ts-expect-error the page's own, set above
      return { value: await page.evaluate(() => Math.max(...globalThis.longTasks)) };
    },
    isMet: ({ value }) => value <= 100,
  },
];
