// What one step of a reader costs: to the next figure of the readout, to another measure, other
// sub-sectors, another month; beside it the same chart by uPlot, in one run. See bench/README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { launchOptions } from '../scripts/browsers.mjs';
import { serve } from '../scripts/serve.mjs';
import { CONDITIONS } from './browser.mjs';
import { build, install } from './build.mjs';
import { spread, table } from './figures.mjs';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const OUT = fileURLToPath(new URL('out', import.meta.url));
/** Milliseconds of script and drawing that a step may take. */
const WANTED = { readout: 4, filter: 16 };
const TIMES = 40;
const WARM_UP = 6;

const press = (selector, key) => ({ selector, key });
const click = (selector) => ({ selector });
const choose = (selector, option) => ({ selector, option });

/** Each step, and what it does in turn. */
const OURS = {
  'next figure of the trend': { kind: 'readout', does: [press('#trend .chart', 'ArrowLeft')] },
  'next figure of the breakdown': { kind: 'readout', does: [press('#breakdown .chart', 'ArrowDown')] },
  'another measure': { kind: 'filter', does: [1, 2, 3, 0].map((it) => choose('#measure', it)) },
  'another month': { kind: 'filter', does: [click('#previous')] },
  'a sub-sector less or more': { kind: 'filter', does: [click('[id="sector-computer.freelance"]')] },
};
const THEIRS = {
  'next figure': { kind: 'readout', does: [{ cursor: true }] },
  'other figures': { kind: 'filter', does: [{ by: 0.5 }, { by: 2 }] },
};

/**
 * Runs in the page: milliseconds from the event to the last of the work that it sets off at once, which is
 * all before the browser lays the page out.
 */
async function step({ selector, key, option, cursor, by }, turn) {
  const element = selector && document.querySelector(selector);
  const start = performance.now();
  if (key) element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  else if (option !== undefined) {
    element.selectedIndex = option;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (element) element.click();
  else if (cursor) window.plot.setCursor({ left: 300 - turn * 4, top: 20 });
  else window.plot.setData(window.plot.data.map((it, column) => (column ? it.map((value) => value && value * by) : it)));
  // Work put off to the end of the task may put off more.
  for (let turns = 0; turns < 100; turns += 1) await null;
  return performance.now() - start;
}

/** Of each step, milliseconds of script and of what it draws. */
async function measure(page, steps) {
  const measured = {};
  for (const [name, { kind, does }] of Object.entries(steps)) {
    const found = [];
    for (let turn = 0; turn < WARM_UP + TIMES; turn += 1) {
      found.push(await page.evaluate(`(${step})(${JSON.stringify(does[turn % does.length])}, ${turn})`));
      await page.waitForTimeout(40); // what is painted of it
    }
    measured[name] = { kind, ...spread(found.slice(WARM_UP)) };
  }
  return measured;
}

async function run() {
  const [ours, theirs, browser] = await Promise.all([
    serve({ root: DIST }), serve({ root: join(OUT, 'steps') }), chromium.launch(launchOptions()),
  ]);
  try {
    const { width, height, deviceScaleFactor, cpuSlowdown } = CONDITIONS;
    const open = async (url, isThere, bypassCSP) => {
      const context = await browser.newContext({
        viewport: { width, height }, deviceScaleFactor, isMobile: true, hasTouch: true, bypassCSP,
      });
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForFunction(isThere);
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
      return page;
    };
    const here = await open(`${ours.url}/`, () => performance.getEntriesByName('complete').length > 0, false);
    const result = { 'this page': await measure(here, OURS) };
    await here.close();
    const there = await open(`${theirs.url}/uplot/`, () => Boolean(window.plot), true);
    return { ...result, uPlot: await measure(there, THEIRS) };
  } finally {
    await Promise.allSettled([browser.close(), ours.close(), theirs.close()]);
  }
}

const milliseconds = ({ median, min, max }) => `${median.toFixed(1)} (${min.toFixed(1)}–${max.toFixed(1)})`;

try {
  install((text) => console.error(text));
  mkdirSync(OUT, { recursive: true });
  await build(join(OUT, 'steps'), ['uplot']);
  console.error(`measuring ${TIMES} times each of ${Object.keys({ ...OURS, ...THEIRS }).length} steps (about a minute) …`);
  const result = await run();
  const file = join(OUT, 'steps.json');
  writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
  const reference = Object.fromEntries(Object.values(result.uPlot).map(({ kind, median }) => [kind, median]));
  console.log(`\nOne step, CPU slowed ${CONDITIONS.cpuSlowdown} times: median (least–most) of ${TIMES}, milliseconds\n`);
  console.log(table(
    ['step', 'script and drawing', 'wanted', '÷ uPlot'],
    Object.entries(result).flatMap(([page, steps]) => Object.entries(steps).map(([name, it]) => [
      `${page}: ${name}`, milliseconds(it),
      page === 'uPlot' ? '' : `${WANTED[it.kind]}: ${it.median <= WANTED[it.kind] ? 'kept' : 'missed'}`,
      (it.median / reference[it.kind]).toFixed(1),
    ])),
  ));
  console.log(`\n${relative('', file)} holds the figures.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
