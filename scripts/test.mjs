// Runs the steps of the tests, `make test`, `make quick` or `make test-figures`: as many beside each other as there
// are processors, each as soon as what it needs is there.
//   node scripts/test.mjs all|quick|figures
// Says a line when a step starts and when it ends, shows the whole output of one that fails and how to repeat it
// alone, goes on with what does not need it, and ends with a table of seconds. Outputs are kept in target/test-logs.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOGS = join(ROOT, 'target/test-logs');
const GOLDEN = join(ROOT, 'target/golden/index.html');

/**
 * The targets of the Makefile, in the order in which they start where several could. `needs` names those that come
 * before; of those alike in `lock` one runs at a time, as Cargo would have them wait; with `alone` a step takes all
 * processors, for it times what it sees or has several workers of its own.
 */
const STEPS = {
  'test-format': {},
  build: {},
  'test-lint': { lock: 'cargo' },
  'test-data': {},
  'test-rust': { lock: 'cargo' },
  'test-recipe': { needs: ['test-rust'], lock: 'cargo' },
  'test-size': { needs: ['build'] },
  'tell-size': { needs: ['build'] },
  'test-html': { needs: ['build'] },
  'test-published': { needs: ['build'] },
  // After the other pages: both use the same program that writes them.
  example: { needs: ['build'], lock: 'cargo' },
  'test-smoke': { needs: ['build'], alone: true },
  'test-browser': { needs: ['build'], alone: true },
  'test-embedding': { needs: ['build'], alone: true },
  'test-example': { needs: ['example'], alone: true },
};

const SETS = {
  all: Object.keys(STEPS).filter((it) => !['tell-size', 'test-smoke'].includes(it)),
  quick: ['test-format', 'test-lint', 'test-data', 'test-rust'],
  // What new figures could break where no code has changed.
  figures: ['build', 'test-data', 'test-rust', 'tell-size', 'test-html', 'test-published', 'test-smoke'],
};

const names = SETS[process.argv[2]];
if (!names) {
  console.error(`usage: node scripts/test.mjs ${Object.keys(SETS).join('|')}`);
  process.exit(2);
}

const begun = Date.now();
const since = (start) => Math.round((Date.now() - start) / 1000);
/** By name: when it started, how many seconds it took, and how it ended. */
const steps = new Map(names.map((name) => [name, { name, needs: [], ...STEPS[name], state: 'waiting' }]));
const those = (state) => [...steps.values()].filter((it) => it.state === state);
const needed = (it) => it.needs.filter((name) => steps.has(name)).map((name) => steps.get(name));

for (const folder of [LOGS, dirname(GOLDEN)]) rmSync(folder, { recursive: true, force: true });
mkdirSync(LOGS, { recursive: true });
for (;;) {
  for (const it of those('waiting')) {
    if (needed(it).some(({ state }) => ['failed', 'left out'].includes(state))) it.state = 'left out';
    else if (mayStart(it)) start(it);
  }
  const running = those('running');
  if (running.length === 0) break;
  await Promise.race(running.map((it) => it.ended));
}
report();

/** Whether what it needs is there, and a processor is free. */
function mayStart(it) {
  if (needed(it).some(({ state }) => state !== 'passed')) return false;
  const running = those('running');
  if (it.lock && running.some(({ lock }) => lock === it.lock)) return false;
  if (it.alone) return running.length === 0;
  return running.length < availableParallelism() && !running.some(({ alone }) => alone);
}

function start(it) {
  it.state = 'running';
  it.log = join(LOGS, `${it.name}.log`);
  const [log, from] = [createWriteStream(it.log), Date.now()];
  say(`${it.name} …`);
  it.ended = new Promise((ended) => {
    const child = spawn('make', ['--no-print-directory', it.name], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
    child.on('close', (code) => log.end(() => {
      it.seconds = since(from);
      it.state = code === 0 ? 'passed' : 'failed';
      if (code === 0) say(`${it.name}: passed, ${it.seconds} s`);
      else say(`${it.name}: FAILED after ${it.seconds} s\n${readFileSync(it.log, 'utf8')}\nFAILED: ${it.name}. To repeat it alone: make ${it.name}`);
      ended();
    }));
  });
}

function say(text) {
  console.log(`${String(since(begun)).padStart(5)} s  ${text}`);
}

function report() {
  const width = Math.max(...names.map((it) => it.length));
  console.log('\nseconds  step');
  for (const { name, state, seconds = '' } of steps.values()) {
    console.log(`${String(seconds).padStart(7)}  ${name.padEnd(width)}  ${state === 'passed' ? '' : state.toUpperCase()}`.trimEnd());
  }
  const load = loadavg().map((it) => it.toFixed(1)).join(', ');
  console.log(`${String(since(begun)).padStart(7)}  all of it, on ${availableParallelism()} processors (load in the last 1, 5 and 15 minutes: ${load})`);
  if (existsSync(GOLDEN) && steps.get('test-rust')?.state === 'failed') console.log(`\nThe pictures that changed, old and new: ${pathToFileURL(GOLDEN)}`);
  const failed = those('failed').map((it) => it.name);
  if (failed.length === 0) console.log('\nALL TESTS PASSED');
  for (const name of failed) console.log(`\nFAILED: ${name}. To repeat it alone: make ${name}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
