// Builds the page, from `cargo` to dist/:
//
//   node scripts/build.mjs            a program for each language, as small as it gets, and everything compressed
//   node scripts/build.mjs --quick    one program for both, as fast as it is built, and nothing compressed
//     --out FOLDER                    takes the place of dist
//   node scripts/build.mjs --trunk    called by Trunk (Trunk.toml): like --quick, around the program that it has built
//
// In the environment, IT_EXPORTS_DATA is another data package than static/data (docs/another-record.md), and SITE_URL
// where the site will stand (`pages --help`).
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build as bundle, transform } from 'esbuild';
import { loaded } from './loaded.mjs';
import { writeSingleFiles } from './single-file.mjs';

// ---- What the tools are told

const WASM = 'wasm32-unknown-unknown';

/** A program for readers: each kilobyte costs them. Of what use each part is: docs/weight.md. */
const SMALL = {
  profile: 'release',
  // The standard library is compiled along, for size and without the texts of panics. The compiler does not
  // promise these options: RUSTC_BOOTSTRAP has it take them, and rust-toolchain.toml pins it.
  cargo: ['--release', '-Zbuild-std=std,panic_abort', '-Zbuild-std-features=optimize_for_size', '--no-default-features'],
  environment: {
    RUSTC_BOOTSTRAP: '1',
    // wasm-split needs the relocations.
    RUSTFLAGS: '-Zunstable-options -Cpanic=immediate-abort -Clink-arg=--emit-relocs',
  },
};

/** A program to be looked at once. */
const QUICK = { profile: 'debug', cargo: [], environment: {} };

const WASM_OPT = [
  '-Oz', '--low-memory-unused', '--skip-pass=memory-packing', '--one-caller-inline-max-function-size=200',
  '--flatten', '--rereloop', '-Os', '-Oz', '--optimize-added-constants-propagate',
  // Compresses better than the order of their use.
  '--reorder-functions-by-name',
  // What every browser has that has modules of WebAssembly at all.
  '--enable-bulk-memory-opt', '--enable-nontrapping-float-to-int', '--enable-sign-ext', '--enable-mutable-globals',
  '--enable-reference-types', '--enable-multivalue',
];

/** Runs the program that writes the static pages; compiled as the tests compile it, so that nothing is compiled twice. */
const PAGES = ['run', '--quiet', '--locked', '--features', 'site', '--bin', 'pages', '--'];

// ---- What is built

const { values: options } = parseArgs({
  options: { out: { type: 'string' }, quick: { type: 'boolean' }, trunk: { type: 'boolean' } },
});
const quick = options.quick || options.trunk;
const root = fileURLToPath(new URL('..', import.meta.url));
const out = resolve(options.trunk ? process.env.TRUNK_STAGING_DIR : options.out ?? join(root, 'dist'));
process.chdir(root);
process.env.PATH = execFileSync('scripts/setup', ['path'], { encoding: 'utf8' }).trim();
const target = process.env.CARGO_TARGET_DIR || 'target';
// Takes the place of `out` once it is complete.
const dist = `${out}.new`;

const children = new Set();
const compressed = new Map();
try {
  await step('the page', build);
} catch (error) {
  for (const child of children) child.kill();
  console.error(`build: ${error.message}`);
  process.exit(1);
}

async function build() {
  rmSync(dist, { recursive: true, force: true });
  // The package of which the program is made.
  cpSync(process.env.IT_EXPORTS_DATA || 'static/data', join(dist, 'data'), { recursive: true });
  mkdirSync(join(dist, 'static'));
  copyFileSync('static/icon.svg', join(dist, 'static/icon.svg'));

  // Neither needs the other.
  const [programs] = await Promise.all([writePrograms(), step('static pages', () => run('cargo', [...PAGES, dist]))]);

  const sources = writeHashed('sources.txt', readFileSync(join(dist, 'sources.txt')));
  rmSync(join(dist, 'sources.txt'));
  const named = await writeScripts();
  const starters = {};
  const kilobytes = {};
  for (const [lang, program] of Object.entries(programs)) {
    starters[lang] = await writeStarter(program, sources);
    kilobytes[lang] = await weigh([program.glue, program.wasm, sources]);
  }
  for (const name of files(/\.html$/)) {
    const path = join(dist, name);
    const page = readFileSync(path, 'utf8');
    const lang = page.match(/<html lang="(\w+)"/)[1];
    writeFileSync(path, finished(page, { ...named, 'start.js': starters[lang] }).replace('{kilobytes}', kilobytes[lang]));
  }
  await sayCosts();
  await step('single-file editions', () => writeSingleFiles(dist, programs, sources));
  if (!quick) await step('compressing', compress);

  rmSync(out, { recursive: true, force: true });
  renameSync(dist, out);
}

// ---- The programs

/** A program for each language, because a page needs one; a quick build has one for both. Gives their files' names. */
async function writePrograms() {
  if (quick) {
    const both = await writeProgram(options.trunk ? ofTrunk() : await bind('both', await compile('both'), 'it-exports.wasm'));
    return { en: both, ur: both };
  }
  const en = compile('en');
  // Cargo keeps others out of its folder, so one comes after the other; the first is made smaller meanwhile.
  const ur = en.then(() => compile('ur'));
  const [first, second] = await Promise.all([['en', en], ['ur', ur]].map(async ([lang, compiled]) =>
    writeProgram(await cutAndShrink(lang, await compiled))));
  return { en: first, ur: second };
}

/** Has cargo link the program, and gives the folder in which it is worked on. */
async function compile(lang) {
  const { profile, cargo, environment } = quick ? QUICK : SMALL;
  const features = quick ? [] : ['--features', `${lang},split`];
  const words = ['build', '--quiet', '--locked', '--bin', 'it-exports', '--target', WASM, ...cargo, ...features];
  await step(`program (${lang}): cargo`, () => run('cargo', words, environment));
  const folder = join(target, 'page', lang);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(target, WASM, profile, 'it-exports.wasm'), join(folder, 'it-exports.wasm'));
  return folder;
}

/** Takes out what is loaded later (src/ui/parts.rs), binds the rest and makes both small, unless that has been done. */
async function cutAndShrink(lang, folder) {
  const at = (name) => join(folder, name);
  // What it is made of, and by which versions of the tools.
  const from = [at('it-exports.wasm'), 'scripts/build.mjs', 'scripts/setup', 'package-lock.json', 'Cargo.lock'];
  const made = hash(...from.map((path) => readFileSync(path)));
  if (existsSync(at(made))) return folder;
  for (const name of readdirSync(folder)) if (name !== 'it-exports.wasm') rmSync(at(name), { recursive: true });
  await step(`program (${lang}): wasm-split`, () =>
    run('wasm-split-cli', [at('it-exports.wasm'), at('split'), '--out-name', 'it-exports']));
  const parts = readdirSync(at('split')).filter((name) => name.endsWith('.wasm')).sort().join();
  if (!/^chunk_\d+\.wasm,it-exports\.wasm,split_later\.wasm,split_take\.wasm$/.test(parts)) {
    throw new Error(`wasm-split cuts differently now: ${parts}`);
  }
  const [shared] = parts.split(',');
  // Among the exports to keep is the table of functions, which both parts call each other through.
  await bind(lang, folder, 'split/it-exports.wasm', '--keep-lld-exports');
  await step(`program (${lang}): wasm-opt`, () => Promise.all([
    run('wasm-opt', [...WASM_OPT, at('it-exports_bg.wasm'), '-o', at('it-exports_bg.wasm')]),
    ...Object.entries({ later: 'split_later.wasm', take: 'split_take.wasm', 'later-shared': shared }).map(([name, part]) =>
      run('wasm-opt', [...WASM_OPT, at(`split/${part}`), '-o', at(`${name}.wasm`)])),
  ]));
  writeFileSync(at(made), '');
  return folder;
}

/** Writes the glue, by which the program and the browser call each other, into the folder. */
async function bind(lang, folder, program, ...more) {
  const words = ['--target', 'web', '--no-typescript', '--omit-default-module-path', '--out-dir', folder, ...more];
  await step(`program (${lang}): wasm-bindgen`, () => run('wasm-bindgen', [...words, join(folder, program)]));
  return folder;
}

/** The program as Trunk has bound it, under names without hashes. */
function ofTrunk() {
  const folder = join(target, 'page/trunk');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(out)) {
    const ending = name.match(/^it-exports-[0-9a-f]+(\.js|_bg\.wasm)$/)?.[1];
    if (ending) copyFileSync(join(out, name), join(folder, `it-exports${ending}`));
  }
  return folder;
}

/** Writes what a folder holds of a program: its glue as one script, itself, and what is loaded later. */
async function writeProgram(folder) {
  const at = (name) => join(folder, name);
  const parts = quick ? [] : ['later.wasm', 'later-shared.wasm', 'take.wasm'];
  const later = parts.map((name) => writeHashed(name, readFileSync(at(name))));
  // The glue asks for them under this name.
  if (!quick) {
    const names = Object.fromEntries(parts.map((name, place) => [name, later[place]]));
    writeFileSync(at('__wasm_split.js'), given('static/later.js', names));
  }
  // What the starter does not call is left out.
  const { outputFiles: [{ text }] } = await bundle({
    stdin: { contents: "export { default } from './it-exports.js'", resolveDir: folder },
    bundle: true, format: 'esm', minify: !quick, charset: 'utf8', write: false,
  });
  const bytes = readFileSync(at('it-exports_bg.wasm'));
  const { glue, wasm } = quick ? { glue: text, wasm: bytes } : withoutHashes(text, bytes);
  return { glue: writeHashed('it-exports.js', glue), wasm: writeHashed('it-exports.wasm', wasm), later };
}

/**
 * Wasm-bindgen ends each name by which the program calls its glue with a hash: nothing compresses worse, and a reader
 * would load each twice. Names of the same length, which compress well, leave the rest of the program where it is.
 */
function withoutHashes(glue, wasm) {
  const names = /\b__wb(?:g|indgen)_\w+(?=:)/g;
  // A number among those of its length.
  const counts = {};
  const number = ({ length }) => { counts[length] = (counts[length] ?? 0) + 1; return counts[length].toString(36); };
  const plain = new Map(glue.match(names).map((name) => [name, number(name).padStart(name.length, '_')]));
  const rename = (text) => text.replace(/__wb(?:g|indgen)_\w+/g, (name) => plain.get(name) ?? name);
  return { glue: rename(glue), wasm: Buffer.from(rename(wasm.toString('latin1')), 'latin1') };
}

// ---- Scripts and styles

/** Each starts the program of its language. Gives its name. */
async function writeStarter({ glue, wasm }, sources) {
  const code = given('static/start.js', { 'it-exports.js': glue, 'it-exports.wasm': wasm, 'sources.txt': sources });
  return writeHashed('start.js', await shrunk(code, 'js'));
}

/** All others. Gives their hashed names. */
async function writeScripts() {
  const named = {};
  for (const name of ['style.css', 'watch.js']) {
    const [, loader] = name.split('.');
    named[name] = writeHashed(name, await shrunk(readFileSync(join('static', name), 'utf8'), loader));
  }
  // What blocks need in frames, and what only the page for webmasters needs: each with all that it imports.
  for (const [name, path] of [
    ['frame.js', 'frame/main.js'], ['frame.css', 'frame/frame.css'],
    ['builder.js', 'builder/builder.js'], ['builder.css', 'builder/builder.css'],
  ]) {
    const { outputFiles: [{ text }] } = await bundle({
      entryPoints: [`static/${path}`], bundle: true, format: 'iife', minify: !quick, charset: 'utf8', write: false,
    });
    named[name] = writeHashed(name, text);
  }
  // These stand in the pages of others, so their names never change.
  for (const name of ['embed.js', 'embed-test.js']) {
    writeFileSync(join(dist, name), await shrunk(readFileSync(join('static', name), 'utf8'), 'js'));
  }
  copyFileSync('static/embed.d.ts', join(dist, 'embed.d.ts'));
  return named;
}

/** A script or style as readers get it: without comments and spaces. */
async function shrunk(code, loader) {
  return quick ? code : (await transform(code, { loader, minify: true, charset: 'utf8' })).code;
}

/** A script of the repository with the names that its files have in dist. */
function given(path, names) {
  return Object.entries(names).reduce((code, [name, hashed]) => {
    if (!code.includes(`'./${name}'`)) throw new Error(`${path} does not name ${name}`);
    return code.replace(`'./${name}'`, `'./${hashed}'`);
  }, readFileSync(path, 'utf8'));
}

// ---- Pages

/** A page with the names that its files have in dist. */
function finished(page, named) {
  const link = /( (?:href|src)="(?:\.\/|(?:\.\.\/)+))(\w+\.(?:css|js))"/g;
  return page.replace(link, (all, before, name) => (named[name] ? `${before}${named[name]}"` : all));
}

/** Has the page for webmasters say what blocks weigh; they are as they will be served by now. */
async function sayCosts() {
  const bytes = (await packed('embed.js')).length;
  for (const folder of ['', 'ur/']) {
    const path = join(dist, folder, 'embed/index.html');
    let page = readFileSync(path, 'utf8').replace('{bytes}', bytes.toLocaleString('en'));
    for (const block of new Set([...page.matchAll(/\{read:(\w+)\}/g)].map((found) => found[1]))) {
      const html = join(folder, 'embed', block, 'index.html');
      const { atOnce, later } = loaded(dist, html);
      // Where what is taken over later is in sight at once, the second part comes by itself (`near` of the starter).
      const isNear = /id="later"><section|id="explained"/.test(readFileSync(join(dist, html), 'utf8'));
      const read = atOnce.filter((name) => /\.(html|css)$|^(watch|frame)-/.test(name));
      const answer = isNear ? [...atOnce, ...later] : atOnce;
      const more = isNear ? [] : later;
      for (const [of, names] of Object.entries({ read, answer, more })) {
        page = page.replace(`{${of}:${block}}`, await weigh(names));
      }
    }
    if (/\{(bytes\}|read:|answer:|more:)/.test(page)) throw new Error(`${path} does not say what everything weighs`);
    writeFileSync(path, page);
  }
}

// ---- Compression

/** Kilobytes that files of dist weigh together. */
async function weigh(names) {
  const files = await Promise.all(names.map(packed));
  return Math.round(files.reduce((sum, it) => sum + it.length, 0) / 1000);
}

/** A file of dist in brotli, compressed once. */
function packed(name) {
  const bytes = readFileSync(join(dist, name));
  const key = hash(bytes);
  if (!compressed.has(key)) compressed.set(key, brotli(bytes));
  return compressed.get(key);
}

/** As far as brotli goes. A quick build is thrown away after one look. */
function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quick ? 1 : 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return promisify(brotliCompress)(bytes, { params });
}

/**
 * Compresses once, as far as it goes, so that a host need not do it, less far, at each request. The data of
 * past days are hundreds of files that hardly anybody asks for: they stay as they are.
 */
async function compress() {
  await Promise.all(files(/^(?!v\/\d).*\.(html|css|js|ts|wasm|csv|json|svg|txt|xml)$/).map(async (name) => {
    const path = join(dist, name);
    const [small, other] = await Promise.all([packed(name), promisify(gzip)(readFileSync(path), { level: 9 })]);
    writeFileSync(`${path}.br`, small);
    writeFileSync(`${path}.gz`, other);
  }));
}

// ---- Files and tools

/** The files of dist whose names match, with their folders. */
function files(pattern) {
  return readdirSync(dist, { recursive: true }).filter((name) => pattern.test(name));
}

/** Writes a file under a name that changes with its content: `later.wasm` as `later-0123456789abcdef.wasm`. */
function writeHashed(name, content) {
  const hashed = name.replace('.', `-${hash(content)}.`);
  writeFileSync(join(dist, hashed), content);
  return hashed;
}

function hash(...contents) {
  return contents.reduce((all, it) => all.update(it), createHash('sha256')).digest('hex').slice(0, 16);
}

/** Says what is done, and how long it took. */
async function step(name, work) {
  const start = performance.now();
  console.log(`build: ${name} …`);
  const result = await work();
  console.log(`build: ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/** Runs a tool. What it says is shown if it is cargo, which says what is wrong with the code, or if it fails. */
function run(tool, words, environment = {}) {
  return new Promise((done, failed) => {
    const shown = tool === 'cargo' ? 'inherit' : 'pipe';
    const child = spawn(tool, words, { stdio: ['ignore', shown, shown], env: { ...process.env, ...environment } });
    children.add(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => { said += text; });
    child.on('error', failed);
    child.on('close', (code) => {
      children.delete(child);
      if (code === 0) done();
      else failed(new Error(`${said}${[tool, ...words].join(' ')} failed`));
    });
  });
}
