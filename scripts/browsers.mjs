// Finds the browsers of the tests and the screenshots. As a program, `node scripts/browsers.mjs firefox`:
// prints the path of one that runs.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = {
  // The same browser without its window costs half.
  chromium: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
  // What drives WebKitGTK's own small browser, which stands in no PATH.
  webkit: ['WebKitWebDriver'],
  xvfb: ['Xvfb'],
};

/** What those answer that do not tell their version. */
const ASKED = { WebKitWebDriver: '--help', Xvfb: '-help' };

const DISPLAY_NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit', xvfb: 'Xvfb' };

/** The path of the first that starts; that in the variable, $CHROMIUM or $FIREFOX, goes before any other. */
function find(browser) {
  const variable = browser.toUpperCase();
  const chosen = process.env[variable];
  const folders = process.env.PATH.split(delimiter);
  const candidates = chosen ? [chosen] : NAMES[browser].flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = candidates.find(runs);
  if (found) return found;
  throw new Error(`no ${DISPLAY_NAMES[browser]} found (looked for ${chosen ?? NAMES[browser].join(', ')}): `
    + `'make setup-test' installs it, ${variable}=/path/to/it names another`);
}

/** How Playwright starts it: without a screen, in containers too, and talking to nobody but the page. */
export function launchOptions() {
  return {
    executablePath: find('chromium'),
    // Each site in a process of its own, as readers have it; without its window Chromium leaves that away.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--site-per-process'],
  };
}

/** How Puppeteer starts it; what a page hands out arrives in the folder `downloads` without a question. */
export function firefoxOptions(downloads) {
  return {
    browser: 'firefox',
    executablePath: find('firefox'),
    extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
  };
}

/** How WebKit's driver is started, and the browser that it drives: needs a screen. */
export function webkitOptions() {
  const driver = find('webkit');
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib', '/usr/libexec'];
  const names = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'];
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name, 'MiniBrowser')));
  const binary = candidates.find(exists);
  if (!binary) throw new Error(`no MiniBrowser beside ${driver} (looked for ${candidates.join(', ')})`);
  return { driver, binary };
}

/** The path of a program that shows its windows nowhere. */
export const invisibleScreen = () => find('xvfb');

function exists(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Some systems carry a placeholder of that name that only says how to install it: so ask it. */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    execFileSync(path, [ASKED[basename(path)] ?? '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(find(process.argv[2]));
  } catch {
    process.exit(1);
  }
}
