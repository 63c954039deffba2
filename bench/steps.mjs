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
const TIMES = 24;
/** What a step leaves to later tasks of the page comes to rest. */
const REST = 60;

const press = (key) => (page) => page.keyboard.press(key);
/** By script: a click by pointer would measure the pointer. */
const click = (selector) => (page) => page.evaluate((it) => document.querySelector(it).click(), selector);
const inTurn = (...steps) => (page, turn) => steps[turn % steps.length](page);

const OURS = {
  'next figure of the trend': { kind: 'readout', at: '#trend .chart', step: press('ArrowLeft') },
  'next figure of the breakdown': { kind: 'readout', at: '#breakdown .chart', step: press('ArrowRight') },
  'another measure': { kind: 'filter', step: inTurn(...[1, 2, 3, 0].map((it) => click(`#measure-${it}`))) },
  'another month': { kind: 'filter', step: click('#previous') },
  'a sub-sector less or more': { kind: 'filter', step: click('[id="sector-computer.freelance"]') },
};
const THEIRS = {
  'next figure': {
    kind: 'readout',
    step: (page, turn) => page.evaluate((left) => window.plot.setCursor({ left, top: 20 }), 300 - turn * 4),
  },
  'other figures': {
    kind: 'filter',
    step: (page, turn) => page.evaluate((by) => {
      const { data } = window.plot;
      window.plot.setData([data[0], ...data.slice(1).map((it) => it.map((value) => value && value * by))]);
    }, turn % 2 ? 2 : 0.5),
  },
};

/** Of each step, milliseconds: of script with what it draws, and of everything on the page's thread. */
async function measure(page, session, steps) {
  const rest = () => page.waitForTimeout(REST);
  const now = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name) => metrics.find((it) => it.name === name).value * 1000;
    return { script: of('ScriptDuration'), all: of('TaskDuration') };
  };
  const during = async (what) => {
    await rest();
    const before = await now();
    await what();
    await rest();
    const after = await now();
    return { script: after.script - before.script, all: after.all - before.all };
  };
  const measured = {};
  for (const [name, { kind, at, step }] of Object.entries(steps)) {
    if (at) await page.locator(at).focus();
    const found = [];
    for (let turn = -2; turn < TIMES; turn += 1) {
      // To ask a page anything costs it something, too.
      const idle = await during(() => page.evaluate(() => {}));
      const busy = await during(() => step(page, turn + 2));
      if (turn >= 0) found.push({ script: busy.script - idle.script, all: busy.all - idle.all });
    }
    measured[name] = {
      kind, script: spread(found.map((it) => it.script)), all: spread(found.map((it) => it.all)),
    };
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
      await session.send('Performance.enable');
      await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
      return [page, session];
    };
    const here = await open(`${ours.url}/`, () => performance.getEntriesByName('complete').length > 0, false);
    const result = { 'this page': await measure(...here, OURS) };
    await here[0].close();
    const there = await open(`${theirs.url}/uplot/`, () => Boolean(window.plot), true);
    return { ...result, uPlot: await measure(...there, THEIRS) };
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
  const reference = Object.fromEntries(Object.values(result.uPlot).map(({ kind, script }) => [kind, script.median]));
  console.log(`\nOne step, CPU slowed ${CONDITIONS.cpuSlowdown} times: median (least–most) of ${TIMES}, milliseconds\n`);
  console.log(table(
    ['step', 'script and drawing', 'everything', 'wanted', '÷ uPlot'],
    Object.entries(result).flatMap(([page, steps]) => Object.entries(steps).map(([name, { kind, script, all }]) => [
      `${page}: ${name}`, milliseconds(script), milliseconds(all),
      page === 'uPlot' ? '' : `${WANTED[kind]}: ${script.median <= WANTED[kind] ? 'kept' : 'missed'}`,
      (script.median / reference[kind]).toFixed(1),
    ])),
  ));
  console.log(`\n${relative('', file)} holds the figures.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
