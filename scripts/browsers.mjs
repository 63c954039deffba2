// Finds the browsers of the tests and the screenshots. As a program, `node scripts/browsers.mjs firefox`:
// prints the path of one that runs.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

/** The path of the first that starts; that in the variable, $CHROMIUM or $FIREFOX, goes before any other. */
function find(browser) {
  const variable = browser.toUpperCase();
  const chosen = process.env[variable];
  const folders = process.env.PATH.split(delimiter);
  const candidates = chosen ? [chosen] : NAMES[browser].flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = candidates.find(runs);
  if (found) return found;
  const name = browser[0].toUpperCase() + browser.slice(1);
  throw new Error(`no ${name} found (looked for ${chosen ?? NAMES[browser].join(', ')}): `
    + `'make setup-test' installs it, ${variable}=/path/to/it names another`);
}

/** How Playwright starts it: without a screen, in containers too, and talking to nobody but the page. */
export function launchOptions() {
  return {
    executablePath: find('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
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

/** Some systems carry a placeholder of that name that only says how to install it: so ask it. */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    execFileSync(path, ['--version'], { stdio: 'ignore' });
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
