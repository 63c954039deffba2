// Pages of others: served from another origin than dist/, written by the tests. And dist/ as a stricter host would
// serve it.
import { createServer, request as ask } from 'node:http';

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Serves what `add` is given, on a host name that is another site than that of dist/. */
export async function serveHosts() {
  const pages = new Map();
  const server = createServer((request, response) => {
    const page = pages.get(request.url.split('?')[0]);
    response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', ...page?.headers });
    response.end(page?.body ?? '');
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${server.address().port}`;
  let count = 0;
  return {
    url,
    /** Gives the address of a page with this body, or of a file of this type. */
    add(body, { policy, type } = {}) {
      count += 1;
      const headers = { ...(policy && { 'Content-Security-Policy': policy }), ...(type && { 'Content-Type': type }) };
      const path = `/${count}`;
      pages.set(path, { headers, body: type ? body : page(body) });
      return url + path;
    },
    close: () => close(server),
  };
}

/** An ordinary page: its content in a column, whose width tests set. */
const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page of somebody else's</title>
<link rel="icon" href="data:,"><body><h1>News</h1><main id="column">${body}</main><p id="after">What follows</p></body></html>`;

/** The snippets of the three tiers. `keys`: what the address or the element asks for. */
export function snippet(site, tier, { block = 'trend', lang = 'en', height = 520, attributes = '', ...keys } = {}) {
  const root = lang === 'ur' ? `${site}/ur/` : `${site}/`;
  const query = (more) => new URLSearchParams({ ...more, ...keys }).toString();
  const link = `<a href="${root}">The reading</a>`;
  const frame = (address, more = '') => `<iframe src="${escape(address)}" title="A block" width="100%" height="${height}" loading="lazy"
    style="border:0" allow="fullscreen; clipboard-write; web-share" ${more} ${attributes}></iframe>`;
  if (tier === 1) return `${frame(`${root}embed/${block}/?${query({ fit: 1 })}`)}<p>${link}</p>`;
  const script = `<script async src="${site}/embed.js"></script>`;
  if (tier === 2) return `${frame(`${root}embed/${block}/?${query()}`, 'data-it-exports')}<p>${link}</p>${script}`;
  const asked = Object.entries(keys).map(([name, value]) => `${name}="${escape(String(value))}"`).join(' ');
  return `<it-exports block="${block}" lang="${lang}" height="${height}" style="display:block;min-height:${height}px" ${asked} ${attributes}>
    ${link}</it-exports>${script}`;
}

/** dist/, from the server at `site`, under another policy. */
export async function serveUnder(site, change) {
  const server = createServer((request, response) => {
    ask(site + request.url, { headers: request.headers }, (answer) => {
      const headers = { ...answer.headers, 'content-security-policy': change(answer.headers['content-security-policy']) };
      response.writeHead(answer.statusCode, headers);
      answer.pipe(response);
    }).on('error', () => response.destroy()).end();
  });
  await new Promise((listening) => server.listen(0, listening));
  return { url: `http://localhost:${server.address().port}`, close: () => close(server) };
}

/** dist/, from the server at `site`, where pages come in two pieces: half of their lines, then the rest when told. */
export async function serveInPieces(site) {
  let [begin, rest] = [];
  const [begun, told] = [new Promise((done) => { begin = done; }), new Promise((done) => { rest = done; })];
  const server = createServer(async (request, response) => {
    try {
      const { host } = request.headers;
      const answer = await fetch(site + request.url, { headers: { 'accept-encoding': 'identity' } });
      const body = Buffer.from(await answer.arrayBuffer());
      const headers = Object.fromEntries(['content-type', 'access-control-allow-origin'].map((name) => [name, answer.headers.get(name)]));
      response.writeHead(answer.status, { ...headers, 'content-security-policy': answer.headers.get('content-security-policy').replaceAll(new URL(site).host, host) });
      if (!headers['content-type'].startsWith('text/html')) {
        response.end(body);
        return;
      }
      const half = body.indexOf('\n', body.length / 2);
      response.write(body.subarray(0, half));
      begin();
      await told;
      response.end(body.subarray(half));
    } catch {
      response.destroy();
    }
  });
  await new Promise((listening) => server.listen(0, listening));
  return { url: `http://localhost:${server.address().port}`, begun: () => begun, rest, close: () => close(server) };
}

const close = (server) => new Promise((closed) => {
  server.close(closed);
  server.closeAllConnections();
});
