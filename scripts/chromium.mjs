// Finds a Chromium that runs, for the browser tests and the screenshots. As a program: prints its path.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of the first browser that starts; $CHROMIUM goes before any other. */
export function chromium() {
  const folders = process.env.PATH.split(delimiter);
  const candidates = process.env.CHROMIUM
    ? [process.env.CHROMIUM]
    : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = candidates.find(runs);
  if (!found) throw new Error(`no Chromium found (looked for ${process.env.CHROMIUM ?? NAMES.join(', ')})`);
  return found;
}

/** How Playwright starts it: without a screen, in containers too, and talking to nobody but the page. */
export function launchOptions() {
  return {
    executablePath: chromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
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
    console.log(chromium());
  } catch {
    process.exit(1);
  }
}
