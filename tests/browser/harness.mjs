// What the browser tests share: one server and one Chromium per test file, and a page that
// tolerates no trouble. After each test every page is closed, and the test fails if one of them
// wrote a warning to its console, threw, or asked for anything outside its own origin.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, afterEach } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium as playwright } from 'playwright-core';
import { launchOptions } from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/serve.mjs';

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const SCREENSHOTS = fileURLToPath(new URL('../../target/screenshots', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA, and what axe's authors advise beyond it. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let started;
let open = [];

/** The server of dist/ and the browser; started once. */
function start() {
  started ??= Promise.all([serve(), playwright.launch(launchOptions())]);
  return started;
}

/**
 * Opens a page of dist/ and waits until its controls answer.
 * @param {object} options
 * @param {string} [options.path] below the language's root, with its query: `/2023-10/?num=pk`
 * @param {'en'|'ur'} [options.lang]
 * @param {number} [options.width] in CSS pixels, as `height`
 * @param {'light'|'dark'} [options.theme] what the reader's system prefers
 * @param {boolean} [options.touch] a touch screen of a phone, instead of a mouse
 * @param {boolean} [options.reducedMotion]
 * @param {boolean} [options.javaScript] `false`: the page without scripts
 * @param {(page: object) => Promise} [options.before] prepares the empty page: scripts, routes
 * @param {boolean} [options.answers] `false`: a page whose controls never will
 * @param {boolean} [options.whole] `false`: what is further down waits until the reader comes near, or asks for it
 * @param {string} [options.origin] of another server than that of dist/
 * @param {object} [options.context] further options of Playwright's `newContext`
 * @returns Playwright's page, with `troubles` (an array of strings) and `finish()`
 */
export async function openPage({
  path = '/', lang = 'en', width = 1280, height = 800, theme = 'light',
  touch = false, reducedMotion = false, javaScript = true, before, answers = javaScript, whole = true, origin, context: more = {},
} = {}) {
  const [server, browser] = await start();
  const base = origin ?? server.url;
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height },
    colorScheme: theme,
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    javaScriptEnabled: javaScript,
    ...more,
  });
  const page = await context.newPage();
  page.troubles = [];
  page.whole = whole;
  page.finish = () => finish(page);
  open.push(page);
  watch(page, base);
  await before?.(page);
  const response = await page.goto((lang === 'ur' ? '/ur' : '') + path);
  assert.equal(response.status(), 200, `${page.url()} is not in dist/: 'make build' makes it`);
  if (answers) await ready(page);
  return page;
}

/** Goes to another address of the same language in the same page: a third of the time of opening one. */
export async function visit(page, path) {
  const root = new URL(page.url()).pathname.startsWith('/ur/') ? '/ur' : '';
  // The same address with another hash would be no visit.
  await page.goto('about:blank');
  await page.goto(root + path);
  await ready(page);
}

/**
 * Opens a file of dist/ as a reader does who has kept it: without a server.
 * @param {string} name below dist/, with its query
 * @returns as `openPage`
 */
export async function openFile(name, { width = 1280, height = 800 } = {}) {
  const [, browser] = await start();
  const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
  page.troubles = [];
  page.finish = () => finish(page);
  open.push(page);
  watch(page, 'null');
  await page.goto(new URL(name, pathToFileURL(`${DIST}/`)).href);
  await ready(page);
  return page;
}

/** Waits until the page's controls answer, as a rule those further down as well: also after a reload. */
export async function ready(page) {
  try {
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    // The list of sources comes a moment later, and is there a frame after that.
    await page.waitForFunction(() => performance.getEntriesByName('complete').length > 0);
    await arrived(page);
    if (page.whole !== false) await whole(page);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  } catch {
    throw new Error(`${page.url()} did not become ready. ${page.troubles.join('\n')}`);
  }
}

/** As if the reader had come near to what the second part of the program takes over, and waited for it. */
async function whole(page) {
  const isWhole = () => !document.querySelector('#later > section:not([data-live])');
  if (await page.evaluate(isWhole)) return;
  await page.evaluate(() => dispatchEvent(new Event('it-exports:near')));
  await page.waitForFunction(isWhole);
}

function watch(page, origin) {
  const trouble = (what) => page.troubles.push(what);
  page.on('console', (message) => {
    // Chromium knows sharing only on devices that have it, and says so of a frame that may share.
    if (message.text() === "Unrecognized feature: 'web-share'.") return;
    if (['warning', 'error', 'assert'].includes(message.type())) {
      trouble(`console ${message.type()}: ${message.text()} ${message.location().url}`);
    }
  });
  page.on('pageerror', (error) => trouble(`uncaught: ${error.stack ?? error}`));
  page.on('crash', () => trouble('the page crashed'));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (['data:', 'blob:'].includes(url.protocol) || url.origin === origin) return;
    trouble(`request outside its origin: ${url}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // A reader who leaves early, or a download, is no trouble. What a policy forbids is in the
    // console already; where scripts are switched off, that is how they are.
    if (!['net::ERR_ABORTED', 'csp'].includes(why)) trouble(`${request.url()}: ${why}`);
  });
}

/** Closes the page; throws what went wrong on it. A test that expects troubles empties `page.troubles` first. */
async function finish(page) {
  open = open.filter((other) => other !== page);
  await page.context().close();
  assert.deepEqual(page.troubles, [], 'the page ran without trouble');
}

afterEach(async () => {
  const results = await Promise.allSettled(open.map(finish));
  for (const { reason } of results) if (reason) throw reason;
});

after(async () => {
  const [server, browser] = (await started) ?? [];
  await browser?.close();
  await server?.close();
});

/**
 * What axe finds wrong on the page, or within `selector`: one readable string a violation, so that
 * `assert.deepEqual(await axe(page), [])` says all there is to say.
 */
export async function axe(page, selector) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(
    async ([within, tags]) => {
      const { violations } = await globalThis.axe.run(within ?? document, { runOnly: tags });
      return violations;
    },
    [selector, AXE_TAGS],
  );
  return violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map((node) => `    ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`);
    return `${id} (${impact}): ${help}\n${places.join('\n')}`;
  });
}

/**
 * For `before`: the page as it is without scripting, but where the test's own scripts run, as axe
 * needs. The scripts are taken out of the page's source, and what the style sheet does for
 * `scripting: none` it does for `data-static`.
 */
export async function withoutScripts(page) {
  await page.route((url) => url.pathname.endsWith('/'), async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(/<script\b[^>]*\bsrc=[^>]*><\/script>/g, '').replace('<html ', '<html data-static ');
    assert.ok(body.includes('data-static') && !/<script[^>]*src=/.test(body));
    await route.fulfill({ response, body });
  });
}

/** Opens the folded table of a block as a reader does, by its summary; returns the fold. */
export async function openTable(page, block = '#trend') {
  const fold = page.locator(`${block} details.fold[id$="-table"]`);
  if (!(await fold.evaluate((it) => it.open))) await fold.locator('> summary').click();
  await fold.locator('table, .notice').first().waitFor();
  return fold;
}

/** Opens the list of the headline's prints; the program fills it a moment later. */
export async function openPrints(page) {
  await page.locator('#prints > summary').click();
  await page.locator('#prints dl').first().waitFor();
}

/**
 * Waits until what `read` resolves to is as expected: equal to a text, matched by a pattern, or
 * passed by a function. Resolves to it; fails with what it was instead.
 */
export async function becomes(expected, read) {
  const passes = (value) => {
    if (expected instanceof RegExp) return expected.test(value);
    return typeof expected === 'function' ? expected(value) : value === expected;
  };
  const end = Date.now() + 30_000;
  for (;;) {
    const value = await read();
    if (passes(value)) return value;
    if (Date.now() > end) assert.fail(`'${value}' does not become ${expected}`);
    await wait(20);
  }
}

/** Waits until the address is this one, which a choice may reach a moment later; below the language's root. */
export async function waitForAddress(page, expected) {
  try {
    await page.waitForURL((url) => {
      const shown = decodeURIComponent(url.pathname.replace(/^\/ur\//, '/') + url.search);
      return expected instanceof RegExp ? expected.test(shown) : shown === expected;
    }, { waitUntil: 'commit' });
  } catch {
    assert.fail(`${address(page)} does not become ${expected}`);
  }
}

/** A picture of the whole page at target/screenshots/<name>.png; returns its path. */
export async function screenshot(page, name) {
  await mkdir(SCREENSHOTS, { recursive: true });
  const path = join(SCREENSHOTS, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

/** How far the page can be scrolled sideways, in CSS pixels: 0 when it fits. */
export function sidewaysScroll(page) {
  return page.evaluate(() => {
    const root = document.scrollingElement;
    return root.scrollWidth - root.clientWidth;
  });
}

/** The list of this name, and the place in it that an id such as `measure-2` means; else a check box in a box that opens. */
function choice(page, id) {
  const [, name, place] = /^([a-z-]+)-(\d+)$/.exec(id) ?? [];
  const list = page.locator(`select#${name ?? 'none'}`);
  return { list, place: Number(place), check: page.locator(`[id="${id}"]`) };
}

/** Chooses as a reader does: an option of a list, or a check box. What they stand in is opened for it and closed again. */
export async function choose(page, id) {
  const { list, place, check } = choice(page, id);
  const target = (await list.count()) ? list : check;
  const around = target.locator('xpath=ancestor::details[contains(@class, "pick") or contains(@class, "settings")][1]');
  const closed = (await around.count()) > 0 && !(await around.evaluate((it) => it.open));
  if (closed) await around.locator('> summary').click();
  if (target === list) await list.selectOption({ index: place });
  else await check.locator('xpath=ancestor::label').click();
  if (closed) await around.locator('> summary').click();
  await arrived(page);
}

/** Whether that is what is chosen. */
export async function isChosen(page, id) {
  const { list, place, check } = choice(page, id);
  return (await list.count()) ? (await list.evaluate((it) => it.selectedIndex)) === place : check.isChecked();
}

/** The sub-sectors, opened. */
export async function openTree(page) {
  const tree = page.locator('#tree');
  if (!(await tree.evaluate((it) => it.open))) await tree.locator('> summary').click();
  return tree;
}

/**
 * Waits until what the view needs besides the program has come: its instruments, which are loaded
 * when they are asked for, and its address, which is written in a task after the one that paints.
 */
export async function arrived(page) {
  await page.waitForFunction(() => ![...document.querySelectorAll('[data-awaited]')].some((it) => it.checkVisibility()));
  await page.evaluate(() => new Promise((done) => { setTimeout(done); }));
}

/** Opens what can be taken away from a block; resolves to the button of that name. */
export async function takeaway(page, block, name) {
  const menu = page.locator(`${block} .take`).first();
  if (!(await menu.evaluate((it) => it.open))) await menu.locator('> summary').click();
  return menu.getByRole('button', { name, exact: true });
}

/**
 * What the page shows now. Keys are the parts of the page, values their words or, of a canvas,
 * a hash of its pixels: two views are the same when their snapshots are. The folded tables are
 * opened for it: their rows exist only then.
 */
export async function snapshot(page) {
  const { pictures, words } = await page.evaluate(async () => {
    const folds = [...document.querySelectorAll('main details.fold[id$="-table"]')];
    for (const fold of folds) fold.open = true;
    while (folds.some((it) => it.isConnected && it.childElementCount < 2)) await new Promise(requestAnimationFrame);
    // A block is measured and its picture painted within a frame of being laid out.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const text = (...selectors) => selectors
      .map((selector) => document.querySelector(selector)?.innerText.trim() ?? '').join('\n');
    const picture = (selector) => {
      const canvas = document.querySelector(selector);
      if (!canvas) return '';
      // As much of it as is seen.
      const chart = canvas.closest('.chart') ?? canvas;
      const seen = document.createElement('canvas');
      seen.width = canvas.width;
      seen.height = Math.round(canvas.width * chart.clientHeight / chart.clientWidth);
      seen.getContext('2d').drawImage(canvas, 0, 0);
      return seen.toDataURL();
    };
    const pictures = {
      strip: picture('#strip-view canvas'),
      trend: picture('#trend .chart canvas'),
      overview: picture('#trend .brush canvas'),
      breakdown: picture('#breakdown .chart canvas'),
    };
    const words = {
      address: decodeURIComponent(location.pathname.replace(/^\/ur\//, '/') + location.search),
      headline: text('#headline .figure', '#headline .changes', '#headline h2', '#headline .reading'),
      'trend words': text('#trend h2', '#trend .unit', '#trend .reading'),
      'breakdown words': text('#breakdown h2', '#breakdown .unit', '#breakdown .reading', '#breakdown details.fold > summary', '#breakdown table'),
      table: text('#trend details.fold[id$="-table"]'),
    };
    return { pictures, words };
  });
  const hash = (data) => data && createHash('sha256').update(data).digest('hex').slice(0, 12);
  return { ...words, ...Object.fromEntries(Object.entries(pictures).map(([name, data]) => [name, hash(data)])) };
}

/** The parts of the page in which two snapshots differ, in the order of letters. */
export function differences(before, after) {
  return Object.keys(before).filter((part) => before[part] !== after[part]).sort();
}

/** Clicks what downloads a CSV file; resolves to its rows, each an object by the names of the columns. */
export async function downloadCsv(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  assert.match(download.suggestedFilename(), /\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  assert.ok(text.endsWith('\n'), 'the last line is a whole one');
  const [names, ...rows] = text.replace(/^\uFEFF/, '').trimEnd().split('\n').map((line) =>
    // Commas between quotes belong to the cell; a doubled quote stands for one.
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
      quoted?.replaceAll('""', '"') ?? plain));
  return rows.map((cells) => {
    assert.equal(cells.length, names.length, `as many cells as columns: ${cells}`);
    return Object.fromEntries(names.map((name, column) => [name, cells[column]]));
  });
}

/** The words of the readout under a block's chart, one piece a line. */
export async function readout(page, block = '#trend') {
  return (await page.locator(`${block} .readout`).innerText()).trim();
}

/** The page's address without its origin. */
export function address(page) {
  const { pathname, search, hash } = new URL(page.url());
  return pathname + search + hash;
}
