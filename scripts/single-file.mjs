// The page as one HTML file a language, with everything inside, that opens from a disk or a message.
// Here, and only here, scripts and styles stand in the page: there is no second file to hold them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Unpacks what the file carries, and hands out the data files that the page links to. */
const UNPACK = `
globalThis.unpacked = async (id, type) => {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (it) => it.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream, { headers: { 'Content-Type': type } });
};
addEventListener('click', async (event) => {
  const name = event.target.closest('a')?.getAttribute('href')?.match(/data\\/([a-z_]+\\.(?:csv|json))$/)?.[1];
  if (!name) return;
  event.preventDefault();
  const response = await unpacked(name, name.endsWith('csv') ? 'text/csv' : 'application/json');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
});
`;

/** Rewrites dist/it-exports-*.html in place, each with the program of its language and the list of sources. */
export async function writeSingleFiles(dist, programs, sources) {
  const read = (name) => readFileSync(join(dist, name), 'utf8');
  const packed = (id, path) =>
    `<script type="application/octet-stream" id="${id}">${gzipSync(readFileSync(path), { level: 9 }).toString('base64')}</script>`;
  const data = readdirSync(join(dist, 'data')).map((name) => packed(name, join(dist, 'data', name)));
  for (const [lang, { wasm, later }] of Object.entries(programs)) {
    const name = `it-exports-${lang}.html`;
    const files = { [sources]: 'text/plain' };
    for (const part of [wasm, ...later]) files[part] = 'application/wasm';
    const carried = [...Object.keys(files).map((name) => packed(name, join(dist, name))), ...data].join('\n');
    // Scripts of the page stand at its end, those that wait for it and those that do not; styles in its head.
    const scripts = [];
    const page = read(name)
      .replace(/<script([^>]*) src="\.\/([^"]+)"><\/script>/g, (_, attributes, file) => {
        scripts.push(attributes.includes('module')
          ? starter(dist, file, files).then((code) => `<script type="module">${inScript(code)}</script>`)
          : `<script>${inScript(read(file))}</script>`);
        return '';
      })
      .replace(/(<link rel="icon"[^>]* href=")\.\/([^"]+)/, (_, before, file) =>
        `${before}data:image/svg+xml,${encodeURIComponent(read(file))}`);
    let style = '';
    const styled = page.replace(/<link rel="stylesheet" href="\.\/([^"]+)">/, (_, file) => {
      style = `<style>${read(file)}</style>`;
      return '';
    });
    const written = (await Promise.all(scripts)).join('\n');
    writeFileSync(join(dist, name), styled
      .replace('</head>', () => `${style}</head>`)
      .replace('</body>', () => `${carried}\n${written}</body>`));
  }
}

/** The starter together with what it imports; the `files` that it fetches, by name, come from the page itself. */
async function starter(dist, file, files) {
  const fetched = /fetch\(new URL\(["'`]\.\/([^"'`]+)["'`], ?import\.meta\.url\)\)/g;
  const found = new Set();
  const unpacking = (path) => readFileSync(path, 'utf8').replace(fetched, (_, name) => {
    found.add(name);
    return `unpacked('${name}','${files[name]}')`;
  });
  const { outputFiles } = await build({
    // Before the modules, which call it.
    banner: { js: UNPACK },
    stdin: { contents: `import './${file}'`, resolveDir: dist },
    plugins: [{
      name: 'unpacking',
      setup: ({ onLoad }) => onLoad({ filter: /\.js$/ }, ({ path }) => ({ contents: unpacking(path), loader: 'js' })),
    }],
    bundle: true, format: 'esm', minify: true, charset: 'utf8', write: false,
  });
  const missing = Object.keys(files).find((name) => !found.has(name));
  if (missing) throw new Error(`${missing} is fetched differently now`);
  return outputFiles[0].text;
}

/** A script inside a page ends at the first `</script`, wherever that stands. */
function inScript(code) {
  return code.replaceAll('</script', '<\\/script');
}
