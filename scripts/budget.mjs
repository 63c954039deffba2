// What a reader's browser loads of dist/, against budgets.json (brotli bytes): `page` can be read, `first` until its
// controls answer, `second` when it is near, `third` when a reader asks for another view or for something to take away; `embed` others' pages load for blocks, `frame` blocks for those.
// With --tell, what is over its budget is told and does not fail: figures weigh some hundred bytes a
// month, and who enters them shall not wait for the program to lose as many.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loaded } from './loaded.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const tellOnly = process.argv.includes('--tell');
const budgets = JSON.parse(readFileSync(join(ROOT, 'budgets.json'), 'utf8'));

/**
 * Code that does the same as before weighs some hundred bytes more or less than before, as it happens to compress. Only
 * what exceeds a budget by more than that fails.
 */
const NOISE = 0.005;

const size = (path) => statSync(path, { throwIfNoEntry: false })?.size;
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

const line = (name, { raw, gzip, brotli }, budget = '', free = '') => console.log(
  name.padEnd(46) + [raw, gzip, brotli, budget, free].map((n) => String(n).padStart(9)).join(''),
);
const title = () => line('', { raw: 'raw', gzip: 'gzip', brotli: 'brotli' }, 'budget', 'free');

function weight(name) {
  const path = join(DIST, name);
  return { name, raw: size(path), gzip: size(`${path}.gz`), brotli: size(`${path}.br`) };
}

const over = [];
const missing = [];

/** Files of one budget together. */
function keep(of, rows, where) {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const [brotli, budget] = [sum('brotli'), budgets[of]];
  line(of, { raw: sum('raw'), gzip: sum('gzip'), brotli }, budget, budget - brotli);
  if (brotli > budget * (1 + NOISE)) over.push(`${where}, ${of}: ${brotli - budget} bytes over its budget of ${budget}`);
  // A page without one of its parts would keep to any budget.
  if (rows.length === 0) missing.push(`${where}, ${of}: no such file`);
}

for (const page of PAGES) {
  const { atOnce, later, asked } = loaded(DIST, page);
  const rows = [...atOnce, ...later, ...asked].map(weight);
  title();
  for (const row of rows) line(row.name, row);
  const data = embeddedData();
  if (data !== undefined) line('  of it data (dataset.bin)', { raw: data, gzip: '', brotli: '' });
  console.log();
  keep('page', rows.filter(({ name }) => /\.(html|css)$/.test(name)), page);
  keep('first', rows.filter(({ name }) => atOnce.includes(name)), page);
  keep('second', rows.filter(({ name }) => later.includes(name)), page);
  keep('third', rows.filter(({ name }) => asked.includes(name)), page);
  console.log();
}
for (const [of, names] of [['embed', /^embed\.js$/], ['frame', /^frame-[0-9a-f]+\.(js|css)$/]]) {
  keep(of, readdirSync(DIST).filter((name) => names.test(name)).map(weight), 'dist/');
}

if (missing.length > 0) {
  console.error(`not there:\n  ${missing.join('\n  ')}`);
  process.exit(1);
}
if (over.length > 0) {
  console.error(`over budget by more than ${NOISE * 100}%, which is noise:\n  ${over.join('\n  ')}`);
  if (!tellOnly) process.exit(1);
  console.error('New figures are published all the same; the next change of the code has to save as much.');
}
