// What a reader's browser loads of dist/ until the page answers, against budgets.json (brotli bytes).
// With --tell, what is over its budget is told and does not fail: figures weigh some hundred bytes a
// month, and who enters them shall not wait for the program to lose as many.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loaded } from './loaded.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const tellOnly = process.argv.includes('--tell');
const { embed, frame, ...budgets } = JSON.parse(readFileSync(join(ROOT, 'budgets.json'), 'utf8'));

const size = (path) => statSync(path, { throwIfNoEntry: false })?.size;
const kind = (name) => extname(name).slice(1);

/** A page of either language: what others load is no more. */
const PAGES = ['index.html', 'ur/index.html'];

/** The binary data inside the WebAssembly file, as the build script wrote it last. */
function embeddedData() {
  const target = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');
  const builds = join(target, 'wasm32-unknown-unknown', 'release', 'build');
  let folders = [];
  try {
    folders = readdirSync(builds);
  } catch { /* built elsewhere: the row is only information */ }
  return folders
    .map((folder) => statSync(join(builds, folder, 'out', 'dataset.bin'), { throwIfNoEntry: false }))
    .filter(Boolean)
    .sort((a, b) => b.mtimeMs - a.mtimeMs)[0]?.size;
}

if (!size(join(DIST, 'index.html.br'))) {
  console.error("dist/ holds no finished page: run 'make build' first");
  process.exit(1);
}

const sum = (some, key) => some.reduce((total, row) => total + row[key], 0);
const line = (name, of, raw, gzip, brotli, budget = '', left = '') => console.log(
  name.padEnd(38) + of.padEnd(7) + [raw, gzip, brotli, budget, left].map((n) => String(n).padStart(9)).join(''),
);

const over = [];
const missing = [];
for (const page of PAGES) {
  const { atOnce, later } = loaded(DIST, page);
  const rows = [...atOnce, ...later].map((name) => {
    const path = join(DIST, name);
    return { name, kind: kind(name), raw: size(path), gzip: size(`${path}.gz`), brotli: size(`${path}.br`) };
  });
  line('file', 'kind', 'raw', 'gzip', 'brotli', 'budget', 'left');
  for (const row of rows) line(row.name, row.kind, row.raw, row.gzip, row.brotli);
  const data = embeddedData();
  if (data !== undefined) line('  of it data (dataset.bin)', '', data, '', '');
  console.log();
  for (const [of, budget] of Object.entries(budgets)) {
    const some = of === 'later'
      ? rows.filter((row) => later.includes(row.name))
      : rows.filter((row) => !later.includes(row.name) && (of === 'total' || row.kind === of));
    const brotli = sum(some, 'brotli');
    line(of, '', sum(some, 'raw'), sum(some, 'gzip'), brotli, budget, budget - brotli);
    if (brotli > budget) over.push(`${page}, ${of}: ${brotli - budget} bytes over its budget of ${budget}`);
    // A page without one of its parts would keep to any budget.
    if (some.length === 0) missing.push(`${page}, ${of}: no such file is loaded`);
  }
  console.log();
}
// What others' pages load for blocks, and what blocks load for others' pages.
for (const [of, budget, names] of [['embed', embed, /^embed\.js$/], ['frame', frame, /^frame-[0-9a-f]+\.(js|css)$/]]) {
  const rows = readdirSync(DIST).filter((name) => names.test(name)).map((name) => {
    const path = join(DIST, name);
    return { raw: size(path), gzip: size(`${path}.gz`), brotli: size(`${path}.br`) };
  });
  const brotli = sum(rows, 'brotli');
  line(of, '', sum(rows, 'raw'), sum(rows, 'gzip'), brotli, budget, budget - brotli);
  if (brotli > budget) over.push(`${of}: ${brotli - budget} bytes over its budget of ${budget}`);
  if (rows.length === 0) missing.push(`${of}: no such file in dist/`);
}

if (missing.length > 0) {
  console.error(`not there:\n  ${missing.join('\n  ')}`);
  process.exit(1);
}
if (over.length > 0) {
  console.error(`over budget:\n  ${over.join('\n  ')}`);
  if (!tellOnly) process.exit(1);
  console.error('New figures are published all the same; the next change of the code has to save as much.');
}
