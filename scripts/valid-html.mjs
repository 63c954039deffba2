// Every page of dist/ under the checker of the W3C and WHATWG, run locally. Anything it says is an error.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const CHECKER = createRequire(import.meta.url)('vnu-jar');
// The single-file editions hold the same page, and megabytes that are no markup.
const pages = readdirSync(DIST, { recursive: true })
  .filter((name) => name.endsWith('.html') && !name.startsWith('it-exports-'))
  .map((name) => join(DIST, name));
if (pages.length === 0) {
  console.error("dist/ holds no pages: run 'make build' first");
  process.exit(1);
}
try {
  execFileSync('java', ['-jar', CHECKER, '--errors-only', '--stdout', ...pages], { encoding: 'utf8', maxBuffer: 1e8 });
  console.log(`${pages.length} pages are valid HTML`);
} catch ({ stdout, message }) {
  const said = (stdout ?? message).trim().split('\n');
  console.error(said.slice(0, 40).join('\n'));
  console.error(`${said.length} errors on ${pages.length} pages`);
  process.exit(1);
}
