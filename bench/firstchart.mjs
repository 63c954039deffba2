// How long until a reader sees the first chart: this page, a page without any program, and the
// same chart by the usual libraries, in one run under the same conditions. See bench/README.md.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { build, install, LIBRARIES, version } from './build.mjs';
import { kilobytes, milliseconds, ratios, spread, table, times } from './figures.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = fileURLToPath(new URL('out', import.meta.url));
const NAMES = ['static', 'this', ...Object.keys(LIBRARIES)];

const HELP = `node bench/firstchart.mjs [options]

  --rounds N         rounds that count, after one that does not (default 5)
  --only a,b         these pages only: ${NAMES.join(', ')}
  --dist FOLDER      the built page (default dist/)
  --report-only      exit with 0 even if a wanted ratio is missed
  --help             this text

Prints the tables and writes bench/out/firstchart.json; a picture of each page is beside it.`;

/** What is wanted of the median ratio; `aim` is what one would like. */
const WANTED = [
  { what: 'first chart', of: 'firstChart', to: 'static', most: 1.4, aim: 1.3 },
  { what: 'first chart', of: 'firstChart', to: 'uplot', most: 0.55 },
  { what: 'interactive', of: 'interactive', to: 'uplot', most: 1.6 },
];

const say = (text) => console.error(text);
const label = (name) => LIBRARIES[name]?.label ?? { static: 'static', this: 'this page' }[name];

function options() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: NAMES.join(',') },
      dist: { type: 'string', default: join(ROOT, 'dist') },
      'report-only': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds: not a number of rounds: ${values.rounds}`);
  const chosen = values.only.split(',').map((name) => name.trim());
  const strange = chosen.find((name) => !NAMES.includes(name));
  if (strange !== undefined) throw new Error(`--only: no page is called '${strange}': choose from ${NAMES.join(', ')}`);
  const names = NAMES.filter((name) => chosen.includes(name));
  return { ...values, rounds, names, dist: resolve(values.dist), reportOnly: values['report-only'] };
}

/** Playwright and esbuild are the page's own tools. */
async function tools() {
  try {
    await import('esbuild');
    const { chromium } = await import('playwright-core');
    const { launchOptions } = await import('../scripts/browsers.mjs');
    const { serve } = await import('../scripts/serve.mjs');
    return { serve, launch: () => chromium.launch(launchOptions()) };
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(`${error.message}\nthe page's own tools are missing: run 'make setup' first`);
  }
}

function checkDist(dist) {
  const page = join(dist, 'index.html');
  if (statSync(page, { throwIfNoEntry: false })?.isFile()) return;
  throw new Error(`${relative('', dist) || dist} holds no page to measure: run 'make build' first, `
    + 'or name another folder with --dist, or leave this page out with --only static,uplot');
}

/** Name → its figures of each round that counts, in the order of the rounds. */
async function run({ names, rounds, dist }, { serve, launch }) {
  const { measure } = await import('./browser.mjs');
  const [ours, theirs, browser] = await Promise.all([
    serve({ root: dist }), serve({ root: join(OUT, 'pages') }), launch(),
  ]);
  const subjects = names.map((name) => (name === 'this'
    ? {
      name, url: `${ours.url}/`, waits: true, ownPolicy: true,
      charts: { headline: '#headline svg,#headline canvas', trend: '#trend svg,#trend canvas,#trend-chart svg' },
    }
    : { name, url: `${theirs.url}/${name}/` }));
  const figures = Object.fromEntries(names.map((name) => [name, []]));
  try {
    for (let round = 0; round <= rounds; round += 1) {
      // Each round begins elsewhere, so that no page always follows the same heavy one.
      const order = subjects.map((_, index) => subjects[(index + round) % subjects.length]);
      for (const subject of order) {
        const warmUp = round === 0;
        const result = await measure(browser, subject, warmUp ? join(OUT, `${subject.name}.png`) : undefined);
        if (!warmUp) figures[subject.name].push(result);
        await wait(200); // what the last page left behind comes to rest
      }
      say(round === 0 ? '  warm-up done' : `  round ${round} of ${rounds} done`);
    }
    return { figures, chromium: browser.version() };
  } finally {
    await Promise.allSettled([browser.close(), ours.close(), theirs.close()]);
  }
}

const column = (rounds, of) => rounds.map((figures) => figures[of]);

/** Per page: spreads of its times, and of their ratios to two others within each round. */
function pages(figures) {
  return Object.fromEntries(Object.entries(figures).map(([name, rounds]) => {
    const firstChart = column(rounds, 'firstChart');
    const to = (other) => figures[other] && ratios(firstChart, column(figures[other], 'firstChart'));
    return [name, {
      label: label(name),
      version: LIBRARIES[name] && version(name),
      how: rounds[0].charts.first.how,
      firstChart: spread(firstChart),
      firstPaint: spread(column(rounds, 'firstPaint')),
      bytesToFirstChart: spread(column(rounds, 'bytesToFirstChart')),
      toStatic: to('static'),
      toUplot: to('uplot'),
    }];
  }));
}

function verdicts(figures) {
  return WANTED.filter(({ to }) => figures.this && figures[to]).map(({ what, of, to, most, aim }) => {
    const ratio = ratios(column(figures.this, of), column(figures[to], 'firstChart'));
    return { what: `${what} ÷ ${label(to)}'s first chart`, most, aim, ratio, kept: ratio.median <= most };
  });
}

/** What only this page has: the way from its first chart to its interactive controls. */
function start(rounds) {
  const of = (compute) => spread(rounds.map(compute));
  const sum = (tasks) => tasks.reduce((total, { duration }) => total + duration, 0);
  const afterWasm = ({ wasmArrived, longTasks }) =>
    longTasks.filter(({ at, duration }) => at + duration >= wasmArrived);
  const hasWasm = rounds.every(({ wasmArrived }) => wasmArrived !== null);
  const drawn = Object.keys(rounds[0].charts)
    .filter((name) => name !== 'first' && rounds.every(({ charts }) => charts[name]?.presented));
  return {
    interactive: of(({ interactive }) => interactive),
    interactiveBy: rounds[0].interactiveBy,
    charts: Object.fromEntries(drawn.map((name) =>
      [name, { how: rounds[0].charts[name].how, presented: of(({ charts }) => charts[name].presented) }])),
    bytesToInteractive: of(({ bytesToInteractive }) => bytesToInteractive),
    shift: of(({ shift }) => shift),
    ...(hasWasm && {
      wasmArrived: of(({ wasmArrived }) => wasmArrived),
      wasmToInteractive: of(({ interactive, wasmArrived }) => interactive - wasmArrived),
      longTasksAfterWasm: of((figures) => sum(afterWasm(figures))),
      longestTaskAfterWasm: of((figures) => Math.max(0, ...afterWasm(figures).map(({ duration }) => duration))),
    }),
  };
}

function print({ pages: byName, start: ours, verdicts: wanted, rounds }) {
  const dash = (figures, write) => (figures ? write(figures) : '–');
  console.log(`\nFirst chart on the screen: median (min–max) of ${rounds} rounds; ratios within each round\n`);
  console.log(table(
    ['page', 'kB until then', 'first paint, ms', 'first chart, ms', '÷ static', '÷ uPlot'],
    Object.values(byName).map((page) => [
      page.version ? `${page.label} ${page.version}` : page.label,
      kilobytes(page.bytesToFirstChart.median), milliseconds(page.firstPaint), milliseconds(page.firstChart),
      dash(page.toStatic, times), dash(page.toUplot, times),
    ]),
  ));
  if (ours) {
    const rows = [
      [`interactive (by ${ours.interactiveBy}), ms`, milliseconds(ours.interactive)],
      ['kB until then', kilobytes(ours.bytesToInteractive.median)],
      [`first chart of all: ${byName.this.how}, ms`, milliseconds(byName.this.firstChart)],
      ...Object.entries(ours.charts).map(([name, { how, presented }]) =>
        [`${name}: ${how}, ms`, milliseconds(presented)]),
      ['layout shift until interactive', ours.shift.max.toFixed(4)],
    ];
    if (ours.wasmArrived) {
      rows.push(
        ['program arrived, ms', milliseconds(ours.wasmArrived)],
        ['from there to interactive, ms', milliseconds(ours.wasmToInteractive)],
        ['… of it in long tasks, ms', milliseconds(ours.longTasksAfterWasm)],
        ['… the longest, ms', milliseconds(ours.longestTaskAfterWasm)],
      );
    }
    console.log(`\n${table(['this page', 'median (min–max)'], rows)}`);
  }
  if (wanted.length > 0) {
    console.log(`\n${table(
      ['this page', 'at most', 'is', 'verdict'],
      wanted.map(({ what, most, aim, ratio, kept }) =>
        [what, aim ? `${most} (aim ${aim})` : String(most), times(ratio), kept ? 'kept' : 'missed']),
    )}`);
  }
}

async function main() {
  const chosen = options();
  if (chosen.help) {
    console.log(HELP);
    return;
  }
  const { names, rounds, dist, reportOnly } = chosen;
  if (names.includes('this')) checkDist(dist);
  const ready = await tools();
  const others = names.filter((name) => name !== 'this');
  if (others.some((name) => LIBRARIES[name])) install(say);
  mkdirSync(OUT, { recursive: true });
  if (others.length > 0) say(`making the pages: ${others.map(label).join(', ')} …`);
  const data = await build(join(OUT, 'pages'), others);
  const { months } = data;
  say(`measuring ${names.length} pages, ${months.length} months each (${months[0]} to ${months.at(-1)}), `
    + `in ${rounds + 1} rounds of about ${names.length * 4} seconds …`);
  const { CONDITIONS } = await import('./browser.mjs');
  const { figures, chromium } = await run(chosen, ready);
  const result = {
    conditions: { ...CONDITIONS, chromium }, rounds,
    pages: pages(figures), start: figures.this && start(figures.this), verdicts: verdicts(figures),
    each: figures,
  };
  const file = join(OUT, 'firstchart.json');
  writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
  print(result);
  console.log(`\n${relative('', file)} holds every round.`);
  if (!reportOnly && result.verdicts.some(({ kept }) => !kept)) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
