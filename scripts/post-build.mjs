// Run by Trunk after each build, on the folder that becomes dist/: small files with hashed names, the
// static pages and what they need in frames, the single-file editions, and everything compressed beforehand.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import zlib, { constants } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';
import { loaded } from './loaded.mjs';
import { refuseInline, rewriteTags } from './markup.mjs';
import { shortNames } from './short-names.mjs';
import { writeSingleFiles } from './single-file.mjs';

const [brotliCompress, gzip] = [promisify(zlib.brotliCompress), promisify(zlib.gzip)];
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const dist = process.env.TRUNK_STAGING_DIR;
if (!dist) throw new Error('TRUNK_STAGING_DIR is not set: Trunk runs this, see Trunk.toml');
// A build for developing is thrown away after one look.
const thorough = process.env.TRUNK_PROFILE !== 'debug';

/** What has been compressed so far, by path. */
const compressed = new Map();

const own = program(dist);
own.desk = later(own);
if (thorough) {
  for (const name of readdirSync(dist).filter((it) => /\.css$|^watch.*\.js$/.test(it))) minify(name);
  if (!own.desk) bundle(own.glue);
  shorten(own);
}
// A page needs the program of its language only, which is built for itself and put beside the other.
// Without one, the same program speaks both.
if (process.env.PROGRAM_ONLY) process.exit();
const programs = { en: own, ur: process.env.URDU ? adopt(process.env.URDU) : own };
// Belongs to the figures that the program carries, and so is named like it.
const sources = own.wasm.replace('it-exports', 'sources').replace('_bg.wasm', '.txt');
const starters = Object.fromEntries(Object.entries(programs).map(([lang, it]) => [lang, writeStarter(it)]));
const named = [...writeFrame(), ...writeBuilder()];
writeShell();
// The package of which the build script has made the program.
cpSync(join(ROOT, process.env.IT_EXPORTS_DATA || 'static/data'), join(dist, 'data'), { recursive: true });
writePages();
renameSync(join(dist, 'sources.txt'), join(dist, sources));
const prices = Object.fromEntries(await Promise.all(Object.entries(programs).map(async ([lang, it]) => [lang, await price(it)])));
for (const name of files(/\.html$/)) finish(name);
await sayCosts();
await writeSingleFiles(dist, programs, sources);
if (thorough) await compress();

/** The names of the program's files in a folder. */
function program(folder) {
  const names = readdirSync(folder);
  const named = (pattern) => {
    const found = names.filter((name) => pattern.test(name));
    if (found.length !== 1) throw new Error(`Trunk names its files differently now: ${pattern} is ${found.join(', ') || 'nothing'}`);
    return found[0];
  };
  const desks = names.filter((name) => /^desk-[0-9a-f]+\.wasm$/.test(name));
  return {
    glue: named(/^it-exports-[0-9a-f]+\.js$/), wasm: named(/^it-exports-[0-9a-f]+_bg\.wasm$/), desk: desks[0],
  };
}

/**
 * What scripts/bin/wasm-bindgen has taken out of the program becomes a file of its own, which the glue loads
 * when the program asks for it. Gives its name; none where nothing was taken out.
 */
function later({ glue }) {
  const split = join(ROOT, 'target/split');
  const link = '__wasm_split.js';
  if (!readFileSync(join(dist, glue), 'utf8').includes(link)) return undefined;
  const parts = readdirSync(split).filter((name) => name.endsWith('.wasm') && name !== 'it-exports.wasm');
  if (parts.join() !== 'split_desk.wasm') throw new Error(`wasm-split cuts differently now: ${parts}`);
  const cut = join(split, parts[0]);
  if (thorough) {
    const index = readFileSync(join(ROOT, 'index.html'), 'utf8');
    const params = index.match(/data-wasm-opt-params="([^"]*)"/)[1].split(' ');
    execFileSync('wasm-opt', ['-Oz', ...params, cut, '-o', cut], { stdio: ['ignore', 'inherit', 'ignore'] });
  }
  const bytes = readFileSync(cut);
  const name = writeHashed('desk.wasm', bytes);
  writeFileSync(join(dist, link), given('static/later.js', { 'it-exports.js': glue, 'desk.wasm': name }));
  bundle(glue);
  rmSync(join(dist, link));
  return name;
}

/** A script of the repository with the names that its files have in dist. */
function given(path, names) {
  return Object.entries(names).reduce((code, [name, hashed]) => {
    if (!code.includes(`'./${name}'`)) throw new Error(`${path} does not name ${name}`);
    return code.replace(`'./${name}'`, `'./${hashed}'`);
  }, readFileSync(join(ROOT, path), 'utf8'));
}

/** Takes over a program that was built into another folder. */
function adopt(folder) {
  const from = resolve(ROOT, folder);
  const found = program(from);
  for (const name of Object.values(found).filter(Boolean)) copyFileSync(join(from, name), join(dist, name));
  return found;
}

/** The starter is given the names of what it starts, then a name of its own. */
function writeStarter({ glue, wasm }) {
  return writeHashed('start.js', shrunk(given('static/start.js', {
    'it-exports.js': glue, 'it-exports_bg.wasm': wasm, 'sources.txt': sources,
  })));
}

/**
 * What blocks need in frames of others' pages, and what those pages need: `embed.js` and the test of a page, whose
 * names stand in them and therefore never change. Gives the hashed names of the former.
 */
function writeFrame() {
  for (const name of ['embed.js', 'embed-test.js']) {
    writeFileSync(join(dist, name), shrunk(readFileSync(join(ROOT, 'static', name), 'utf8')));
  }
  copyFileSync(join(ROOT, 'static/embed.d.ts'), join(dist, 'embed.d.ts'));
  return writeBundle('frame', { js: 'static/frame/main.js', css: 'static/frame/frame.css' });
}

/** What only the page for webmasters needs. */
function writeBuilder() {
  return writeBundle('builder', { js: 'static/builder/builder.js', css: 'static/builder/builder.css' });
}

/** One classic script and one style sheet with all that they import. Gives their hashed names. */
function writeBundle(name, entryPoints) {
  const { outputFiles } = buildSync({
    entryPoints, absWorkingDir: ROOT, outdir: '/', bundle: true, format: 'iife', minify: thorough, charset: 'utf8', write: false,
  });
  return outputFiles.map(({ path, text }) => writeHashed(`${name}.${path.split('.').pop()}`, text));
}

/** A script as readers get it. */
function shrunk(code) {
  return thorough ? transformSync(code, { loader: 'js', minify: true, charset: 'utf8' }).code : code;
}

/** Writes a file under a name that changes with its content: `desk.wasm` as `desk-0123456789abcdef.wasm`. */
function writeHashed(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const hashed = name.replace('.', `-${hash}.`);
  writeFileSync(join(dist, hashed), content);
  return hashed;
}

/**
 * The page around every page. Trunk starts the program from an inline script, which `script-src 'self'`
 * forbids, and has it fetched at once, which readers who save data do not want: the starter does both.
 */
function writeShell() {
  const path = join(dist, 'index.html');
  const index = readFileSync(path, 'utf8').replace(/<script type="?module"?[^>]*>[^]+?<\/script>/, '');
  const shell = rewriteTags(index, (tag, attributes) => {
    // Integrity guards files from elsewhere; ours come from beside the page. It would only do harm:
    // a frame without an origin of its own refuses such a style sheet.
    attributes.delete('integrity');
    return !/^(modulepreload|preload)$/.test(attributes.get('rel') ?? '');
  }).replace('</head>', `<script type="module" async src="./${starters.en}"></script></head>`);
  refuseInline('index.html', shell);
  writeFileSync(path, shell);
}

/** The native program renders the same components as the browser does. */
function writePages() {
  const environment = { ...process.env };
  // The page is compiled in an environment of its own.
  for (const name of Object.keys(environment)) {
    if (/^(RUSTFLAGS|RUSTC_BOOTSTRAP|CARGO_UNSTABLE_.*)$/.test(name)) delete environment[name];
  }
  console.log('writing the static pages (the first time, their program has to be compiled: some minutes) …');
  const run = ['run', '--quiet', '--locked', '--features', 'site', '--bin', 'pages', '--', dist];
  execFileSync('cargo', run, { cwd: ROOT, env: environment, stdio: 'inherit' });
}

/**
 * Has a page that starts the program start that of its language and say what that costs; sees that the policy
 * refuses nothing.
 */
function finish(name) {
  const path = join(dist, name);
  const html = readFileSync(path, 'utf8');
  refuseInline(name, html);
  const lang = html.match(/<html lang="(\w+)"/)?.[1];
  if (html.includes(starters.en) !== html.includes('{kilobytes}')) throw new Error(`${name} does not say what the program costs`);
  const given = named.reduce((page, it) => page.replace(`/${it.replace(/-[^.]+/, '')}"`, `/${it}"`), html);
  writeFileSync(path, given.replace(starters.en, starters[lang]).replace('{kilobytes}', prices[lang]));
}

/** Kilobytes that a program loads. */
async function price({ glue, wasm }) {
  const files = await Promise.all([glue, wasm, sources].map(packed));
  return Math.round(files.reduce((sum, it) => sum + it.length, 0) / 1000);
}

/** Has the page for webmasters say what blocks weigh; they are as they will be served by now. */
async function sayCosts() {
  const weigh = async (names) => {
    const bytes = await Promise.all([...new Set(names)].map((name) => packed(name)));
    return Math.round(bytes.reduce((sum, it) => sum + it.length, 0) / 1000);
  };
  const bytes = (await packed('embed.js')).length;
  for (const folder of ['', 'ur/']) {
    const path = join(dist, folder, 'embed/index.html');
    let page = readFileSync(path, 'utf8').replace('{bytes}', bytes.toLocaleString('en'));
    for (const block of new Set([...page.matchAll(/\{read:(\w+)\}/g)].map((found) => found[1]))) {
      const html = join(folder, 'embed', block, 'index.html');
      const { atOnce, later } = loaded(dist, html);
      // Where what is taken over late is in sight at once, the desk comes by itself.
      const isNear = /id="(drivers|peers|targets|explained)"/.test(readFileSync(join(dist, html), 'utf8'));
      const read = atOnce.filter((name) => /\.(html|css)$|^(watch|frame)-/.test(name));
      const answer = isNear ? [...atOnce, ...later] : atOnce;
      const more = isNear ? [] : later;
      for (const [of, names] of Object.entries({ read, answer, more })) page = page.replace(`{${of}:${block}}`, await weigh(names));
    }
    if (/\{(bytes\}|read:|answer:|more:)/.test(page)) throw new Error(`${path} does not say what everything weighs`);
    writeFileSync(path, page);
  }
}

/** Takes the comments and spaces out of a script or a style sheet. Names stay in their modules, so they may go, too. */
function minify(name) {
  const loader = name.split('.').pop();
  const source = readFileSync(join(dist, name), 'utf8');
  writeFileSync(join(dist, name), transformSync(source, { loader, minify: true, charset: 'utf8' }).code);
}

/** Puts the glue and what it imports into one script, without what the starter does not call. */
function bundle(glue) {
  const { outputFiles } = buildSync({
    stdin: { contents: `export { default } from './${glue}'`, resolveDir: dist },
    bundle: true, format: 'esm', minify: thorough, charset: 'utf8', write: false,
  });
  writeFileSync(join(dist, glue), outputFiles[0].text);
}

/** The files of dist whose names match, with their folders. */
function files(pattern) {
  return readdirSync(dist, { recursive: true }).filter((name) => pattern.test(name));
}

/** A file of dist, compressed once. */
function packed(name) {
  const path = join(dist, name);
  const bytes = readFileSync(path);
  const before = compressed.get(path);
  if (before?.bytes.equals(bytes)) return before.small;
  const small = brotli(bytes);
  compressed.set(path, { bytes, small });
  return small;
}

/**
 * Which settings suit a file best nobody can tell beforehand: the smallest of some that were found good by
 * trying. Code, text and figures in one file like small blocks; the same bytes are often found again a few
 * bytes further back.
 */
async function brotli(bytes) {
  const settings = [[16, 0, 0], [16, 4, 0], [16, 8, 0], [17, 15, 0], [17, 8, 1], [19, 16, 1]];
  const tried = await Promise.all(settings.map(([block, direct, postfix]) => brotliCompress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_LGBLOCK]: block,
      [constants.BROTLI_PARAM_NDIRECT]: direct,
      [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
    },
  })));
  return tried.reduce((best, it) => (it.length < best.length ? it : best));
}

/** Agrees on short names between the program and its glue. */
function shorten({ glue, wasm }) {
  const [program, script] = [join(dist, wasm), join(dist, glue)];
  const short = shortNames(readFileSync(program), readFileSync(script, 'utf8'));
  writeFileSync(program, short.wasm);
  writeFileSync(script, short.glue);
}

/**
 * Compresses once, as far as it goes, so that a host need not do it, less far, at each request. The data of
 * past days are hundreds of files that hardly anybody asks for: they stay as they are.
 */
async function compress() {
  for (const name of files(/^(?!v\/\d).*\.(html|css|js|ts|wasm|csv|json|svg|txt|xml)$/)) {
    const path = join(dist, name);
    const bytes = readFileSync(path);
    const [small, other] = await Promise.all([packed(name), gzip(bytes, { level: 9 })]);
    writeFileSync(`${path}.br`, small);
    writeFileSync(`${path}.gz`, other);
  }
}
