// Serves dist/ as a good host would: types, compression, caching, and the strictest policy the
// page is promised to run under. As a program: node scripts/serve.mjs [--port 8080] [folder]
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** A name or number and a port, as browsers send them: nothing else gets into a header of ours. */
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i;

/**
 * 'wasm-unsafe-eval' lets WebAssembly compile and nothing else. Anybody may frame the page, and therefore nothing is
 * said of it: `frame-ancestors *` would leave out pages in sandboxes, on disks and in apps. Beside 'self' stands the
 * site's own address, where it is known: in a frame without an origin (sandbox) WebKit takes 'self' to be nothing.
 */
function policy(host = '') {
  const own = HOST.test(host) ? `'self' http://${host}` : "'self'";
  return [
    "default-src 'none'",
    `script-src ${own} 'wasm-unsafe-eval'`,
    `style-src ${own}`,
    `img-src ${own} data: blob:`,
    `connect-src ${own}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The page for webmasters shows blocks, in frames from beside it. */
const SHOWS_BLOCKS = /^[^?]*\/embed\/(index\.html)?(\?|$)/;

const ALWAYS = {
  // A frame without an origin of its own (sandbox) loads its files as a stranger.
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
};

/** A name with a content hash never changes its content. */
const HASHED = /-[0-9a-f]{16}\.\w+$/;

/** What the client accepts, best first; the ending is that of the file compressed beforehand. */
function encodings(header = '') {
  const refused = /;\s*q=0(\.0*)?\s*$/;
  const accepted = header.split(',').filter((part) => !refused.test(part));
  const names = accepted.map((part) => part.split(';')[0].trim().toLowerCase());
  return [['br', '.br'], ['gzip', '.gz']].filter(([name]) => names.includes(name));
}

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** What answers this request: a status, headers, and a file or a text. */
function answer(root, request) {
  const text = (status, body, headers = {}) =>
    ({ status, text: body, headers: { 'Content-Type': TYPES['.txt'], ...headers } });
  if (!['GET', 'HEAD'].includes(request.method)) {
    return text(405, 'method not allowed\n', { Allow: 'GET, HEAD' });
  }
  const [address, query] = request.url.split(/\?(.*)/s);
  let name;
  try {
    name = decodeURIComponent(address);
  } catch {
    return text(400, 'bad address\n');
  }
  // Backslashes separate folders on some systems; none of our names has one.
  let path = resolve(join(root, name));
  const inside = path === root || path.startsWith(root + sep);
  if (!inside || /[\0\\]/.test(name)) return text(404, 'not found\n');
  if (isFolder(path)) {
    if (!name.endsWith('/')) {
      // Relative links on the page need the slash. `.` keeps `//host` from being an address.
      const folder = './' + encodeURIComponent(name.split('/').pop()) + '/';
      return text(301, 'moved\n', { Location: query ? `${folder}?${query}` : folder });
    }
    path = join(path, 'index.html');
  } else if (name.endsWith('/')) {
    return text(404, 'not found\n');
  }
  if (!isFile(path)) return text(404, 'not found\n');
  const headers = {
    'Cache-Control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    Vary: 'Accept-Encoding',
  };
  for (const [encoding, ending] of encodings(request.headers['accept-encoding'])) {
    if (isFile(path + ending)) {
      return { status: 200, file: path + ending, headers: { ...headers, 'Content-Encoding': encoding } };
    }
  }
  return { status: 200, file: path, headers };
}

function respond(root, request, response) {
  const { status, headers, file, text } = answer(root, request);
  const length = file ? statSync(file).size : Buffer.byteLength(text);
  const rules = policy(request.headers.host) + (SHOWS_BLOCKS.test(request.url) ? "; frame-src 'self'" : '');
  response.writeHead(status, { ...ALWAYS, 'Content-Security-Policy': rules, ...headers, 'Content-Length': length });
  if (request.method === 'HEAD') response.end();
  else if (file) createReadStream(file).on('error', () => response.destroy()).pipe(response);
  else response.end(text);
}

/**
 * Serves `root` (dist/ unless told) on `port` (0, the default: any free one).
 * Resolves, once it listens, to { url, port, close }; rejects when the port is taken.
 */
export function serve({ root = DIST, port = 0 } = {}) {
  const folder = resolve(root);
  const server = createServer((request, response) => {
    try {
      respond(folder, request, response);
    } catch (error) {
      // Such as a file that a new build removes at this very moment.
      console.error(`${request.url}: ${error.message}`);
      response.destroy();
    }
  });
  return new Promise((resolved, rejected) => {
    server.once('error', rejected);
    server.listen(port, () => {
      const taken = server.address().port;
      const close = () => new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
      resolved({ url: `http://localhost:${taken}`, port: taken, close });
    });
  });
}

/** The first free port from `port` on. */
async function serveFrom(root, port) {
  for (let next = port; next < port + 100; next += 1) {
    try {
      return await serve({ root, port: next });
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`ports ${port} to ${port + 99} are all taken: choose another with PORT=…`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '8080' } },
  });
  const root = positionals[0] ?? DIST;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`not a port: ${values.port}`);
    process.exit(1);
  }
  if (!isFile(join(root, 'index.html'))) {
    console.error(`${root} holds no page: run 'make build' first`);
    process.exit(1);
  }
  const { url } = await serveFrom(root, port);
  console.log(`\n  ${url}\n  ${url}/ur/\n\nCtrl+C stops it.`);
}
