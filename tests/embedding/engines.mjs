// Three browsers behind one small face, for what has to be true in each of them: open a page, ask it something, ask a
// frame in it something.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium as playwright } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { Builder, Capabilities } from 'selenium-webdriver';
import { firefoxOptions, invisibleScreen, launchOptions, webkitOptions } from '../../scripts/browsers.mjs';

/**
 * What an engine opens:
 * @typedef {object} Page
 * @property {string[]} troubles what went wrong on it and in its frames; WebKit tells its driver nothing of that
 * @property {string[]} warnings
 * @property {(fn: Function, ...args) => Promise} ask runs a function in the page
 * @property {(find: Function, fn: Function, ...args) => Promise} inFrame runs one in the frame whose element `find`, run in
 * the page, gives
 * @property {(x: number, y: number) => Promise} press presses the mouse there and lets it go, as a reader would
 * @property {(url: string) => Promise} visit goes on to another page
 * @property {() => Promise} back goes back to the page before
 * @property {() => Promise} close
 */

const SIZE = { width: 1280, height: 900 };

/** What the console of a page is told, from now on. The drivers have two words for a warning. */
function heard(page) {
  const [troubles, warnings] = [[], []];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
    if (message.type().startsWith('warn')) warnings.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.stack ?? error}`));
  return { troubles, warnings };
}

async function startChromium() {
  const browser = await playwright.launch(launchOptions());
  return {
    /** @returns {Promise<Page>} */
    async open(url, { dark = false, forced = false, before } = {}) {
      const context = await browser.newContext({ viewport: SIZE, colorScheme: dark ? 'dark' : 'light', forcedColors: forced ? 'active' : 'none' });
      const page = await context.newPage();
      const { troubles, warnings } = heard(page);
      if (before) await page.addInitScript(before);
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return {
        troubles,
        warnings,
        playwright: page,
        ask: (fn, ...args) => page.evaluate(call(fn), args),
        async inFrame(find, fn, ...args) {
          const element = await page.evaluateHandle(find);
          const frame = await element.asElement()?.contentFrame();
          // It would keep the element.
          await element.dispose();
          if (!frame) throw new Error('no such frame');
          return frame.evaluate(call(fn), args);
        },
        press: (x, y) => page.mouse.click(x, y),
        visit: (url) => page.goto(url),
        back: () => page.goBack(),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** A function of a list, as these drivers call it. */
const call = (fn) => Object.assign(() => {}, { toString: () => `(list) => (${fn})(...list)` });

async function startFirefox() {
  const downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
  const browser = await puppeteer.launch(firefoxOptions(downloads));
  return {
    /** @returns {Promise<Page>} */
    async open(url) {
      const page = await browser.newPage();
      const { troubles, warnings } = heard(page);
      await page.setViewport(SIZE);
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return {
        troubles,
        warnings,
        ask: (fn, ...args) => page.evaluate(fn, ...args),
        async inFrame(find, fn, ...args) {
          const element = await page.evaluateHandle(find);
          const frame = await element.asElement()?.contentFrame();
          await element.dispose();
          if (!frame) throw new Error('no such frame');
          return frame.evaluate(fn, ...args);
        },
        press: (x, y) => page.mouse.click(x, y),
        visit: (url) => page.goto(url),
        back: () => page.evaluate(() => { setTimeout(() => history.back()); }),
        close: () => page.close(),
      };
    },
    async close() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

async function startWebKit() {
  const { driver: path, binary } = webkitOptions();
  const screen = await startScreen();
  const port = await freePort();
  const service = spawn(path, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: screen.display } });
  const stop = async () => {
    for (const program of [service, screen.program]) {
      program.kill();
      if (program.exitCode === null && program.signalCode === null) await once(program, 'exit');
    }
  };
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
  let driver;
  try {
    await listening(port);
    driver = await new Builder().usingServer(`http://127.0.0.1:${port}/`).withCapabilities(capabilities).build();
    await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 1000 });
    await driver.manage().setTimeouts({ script: 120_000 });
  } catch (error) {
    await stop();
    throw error;
  }
  const evaluate = async (fn, args) => {
    const { value, error } = await driver.executeAsyncScript(
      `const [args, done] = arguments; Promise.resolve().then(() => (${fn})(...args)).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      args,
    );
    if (error) throw new Error(error);
    return value;
  };
  return {
    // One page at a time is enough.
    /** @returns {Promise<Page>} */
    async open(url) {
      await driver.switchTo().defaultContent();
      await driver.get(url);
      return {
        troubles: [],
        warnings: [],
        async ask(fn, ...args) {
          return evaluate(fn, args);
        },
        async inFrame(find, fn, ...args) {
          const frame = await driver.executeScript(`return (${find})()`);
          await driver.switchTo().frame(frame);
          try {
            return await evaluate(fn, args);
          } finally {
            await driver.switchTo().defaultContent();
          }
        },
        press: (x, y) => driver.actions().move({ x: Math.round(x), y: Math.round(y) }).click().perform(),
        // A script that leads away may take its own answer along, for which the driver then waits.
        visit: (url) => driver.get(url),
        back: () => driver.navigate().back(),
        close: () => driver.get('about:blank'),
      };
    },
    async close() {
      await driver.quit().catch(() => undefined);
      await stop();
    },
  };
}

/** A screen that nobody sees, on the first free number. */
async function startScreen() {
  const program = spawn(invisibleScreen(), ['-displayfd', '1', '-screen', '0', '1300x1100x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [number] = await once(program.stdout, 'data');
  return { program, display: `:${String(number).trim()}` };
}

async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function listening(port) {
  for (const end = Date.now() + 90_000; ;) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await wait(50);
    }
  }
}

/** Each starts its browser and gives `{ open(url), close() }`. */
export const ENGINES = { Chromium: startChromium, Firefox: startFirefox, WebKit: startWebKit };
