// Makes the pages that the page is measured against: one template, one adapter a library.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { readData } from './data.mjs';
import { svg } from './pages/static.mjs';

const BENCH = fileURLToPath(new URL('.', import.meta.url));
const LOCK = join(BENCH, 'package-lock.json');
const INSTALLED = join(BENCH, 'node_modules', '.installed-lock');

/** Adapter in pages/ → the library's name and the package whose version counts. */
export const LIBRARIES = {
  uplot: { label: 'uPlot', module: 'uplot' },
  chartjs: { label: 'Chart.js', module: 'chart.js' },
  echarts: { label: 'ECharts', module: 'echarts' },
  highcharts: { label: 'Highcharts', module: 'highcharts' },
  plotly: { label: 'Plotly', module: 'plotly.js-basic-dist-min' },
  vega: { label: 'Vega-Lite', module: 'vega-lite' },
  plot: { label: 'Observable Plot', module: '@observablehq/plot' },
};

/** The version that is pinned here. */
export function version(name) {
  const { devDependencies } = JSON.parse(readFileSync(join(BENCH, 'package.json'), 'utf8'));
  return devDependencies[LIBRARIES[name].module];
}

/** Installs the libraries where that has not been done, or for another lock file. */
export function install(say) {
  const lock = readFileSync(LOCK, 'utf8');
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === lock) return;
  say('installing the chart libraries into bench/node_modules (about 10 seconds, 190 MB, once) …');
  const start = Date.now();
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: BENCH, stdio: ['ignore', 2, 2] });
  } catch {
    throw new Error('npm ci failed in bench/ (see above); the same command tries again');
  }
  copyFileSync(LOCK, INSTALLED);
  say(`… installed in ${Math.round((Date.now() - start) / 1000)} s`);
}

/** Writes the pages of these names, compressed as dist/ is, each into a folder of its name under `root`. */
export async function build(root, names) {
  const data = readData();
  rmSync(root, { recursive: true, force: true });
  for (const name of names) {
    const folder = join(root, name);
    mkdirSync(folder, { recursive: true });
    if (name === 'static') {
      write(folder, 'index.html', html({ data, chart: svg(data) }));
      continue;
    }
    const { script, style } = await bundle(name, data);
    write(folder, 'chart.js', script);
    const chart = '<div id="chart" style="height: 300px"></div>';
    const head = `${style && `<style>${style.trim()}</style>\n`}<script src="chart.js" defer></script>\n`;
    write(folder, 'index.html', html({ data, chart, head }));
  }
  return data;
}

/** One file with the library, as much of it as is used, the adapter and the data. */
async function bundle(name, data) {
  const { build: esbuild } = await import('esbuild');
  const { outputFiles } = await esbuild({
    stdin: {
      contents: `import { draw } from './pages/${name}.js';\n`
        + "import data from 'bench:data';\ndraw(document.getElementById('chart'), data);\n",
      resolveDir: BENCH,
    },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: join(BENCH, 'out'), // nothing is written there; styles need a name
    write: false,
    logLevel: 'error',
    plugins: [dataModule(data)],
  });
  const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

/** `bench:data`: the columns, and with them the start of each month as JavaScript counts time. */
function dataModule(data) {
  const times = data.months.map((month) => Date.parse(`${month}-01T00:00:00Z`));
  return {
    name: 'data',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^bench:data$/ }, () => ({ path: 'data', namespace: 'bench' }));
      const contents = JSON.stringify({ ...data, times });
      onLoad({ filter: /.*/, namespace: 'bench' }, () => ({ contents, loader: 'json' }));
    },
  };
}

function html({ data: { months, values, means }, chart, head = '' }) {
  const row = (...cells) => `<tr>${cells.join('')}</tr>`;
  const rows = months.map((month, index) =>
    row(`<th scope="row">${month}</th>`, `<td>${values[index]}</td>`, `<td>${means[index] ?? ''}</td>`));
  const names = ['Month', 'Exports, $ million', '12-month mean'].map((name) => `<th scope="col">${name}</th>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Exports by month</title>
<link rel="icon" href="data:,">
${head}</head>
<body>
<h1>Exports by month</h1>
${chart}
<table>
<thead>${row(...names)}</thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

/** As scripts/build.mjs does it for dist/. */
function write(folder, name, text) {
  const bytes = Buffer.from(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}
