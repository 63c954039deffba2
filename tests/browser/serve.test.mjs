// The server keeps the promises the page is built on.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { serve } from '../../scripts/serve.mjs';

let folder;
let server;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  const root = join(folder, 'dist');
  mkdirSync(join(root, 'ur'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  mkdirSync(join(folder, 'dist-old'));
  writeFileSync(join(folder, 'dist-old', 'secret.txt'), 'secret');
  for (const name of ['index.html', 'ur/index.html', 'a.csv', 'a-0123456789abcdef.wasm']) {
    writeFileSync(join(root, name), `plain ${name}`);
  }
  writeFileSync(join(root, 'a.csv.br'), 'brotli');
  writeFileSync(join(root, 'a.csv.gz'), 'gzip');
  server = await serve({ root });
});

after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** As it stands on the wire: `fetch` would tidy the path and unpack the body. */
function get(path, headers = {}, method = 'GET') {
  return new Promise((resolve, reject) => {
    request({ port: server.port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (part) => { body += part; });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    }).on('error', reject).end();
  });
}

it('names types, and how long an answer holds', async () => {
  const cases = [
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/ur/?month=2023-10', 'text/html; charset=utf-8', 'no-cache'],
    ['/a.csv', 'text/csv; charset=utf-8', 'no-cache'],
    ['/a-0123456789abcdef.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
  ];
  for (const [path, type, caching] of cases) {
    const { status, headers } = await get(path);
    assert.deepEqual([status, headers['content-type'], headers['cache-control']], [200, type, caching], path);
  }
});

it('sends the best compression the client accepts', async () => {
  const cases = [
    [undefined, 'plain a.csv'],
    ['gzip, deflate, br', 'brotli'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', 'plain a.csv'],
  ];
  for (const [accepted, body] of cases) {
    const answer = await get('/a.csv', accepted ? { 'Accept-Encoding': accepted } : {});
    assert.equal(answer.body, body, accepted);
    assert.equal(answer.headers.vary, 'Accept-Encoding');
  }
});

it('sends the policy with every answer', async () => {
  // In a frame without an origin WebKit takes 'self' to be nothing: so the site's own address stands beside it.
  const own = `'self' http://localhost:${server.port}`;
  for (const path of ['/', '/a.csv', '/nowhere']) {
    const { headers } = await get(path);
    assert.equal(headers['content-security-policy'], `default-src 'none'; script-src ${own} 'wasm-unsafe-eval'; style-src ${own}; `
      + `img-src ${own} data: blob:; connect-src ${own}; base-uri 'none'; form-action 'none'`);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['access-control-allow-origin'], '*');
  }
});

it('takes nothing into the policy but a name and a port', async () => {
  const scripts = async (host) => (await get('/', { Host: host })).headers['content-security-policy'].match(/script-src ([^;]*)/)[1];
  for (const host of ['example.org', 'a-b.example.org:8080', '127.0.0.1:80', 'xn--mgbai9azgqp6j.example']) {
    assert.equal(await scripts(host), `'self' http://${host} 'wasm-unsafe-eval'`);
  }
  const strange = [
    '*', '*:*', '*.example.org', "a; script-src 'unsafe-inline'", 'a b', 'a,b', "'none'", 'a/b', 'a@b', 'http://a', 'a:', ':80', 'a:123456', 'a:b',
    '.', 'a..b', '[::1]:80', 'a\tb',
  ];
  for (const host of strange) assert.equal(await scripts(host), "'self' 'wasm-unsafe-eval'", host);
});

it('lets the page for webmasters show blocks, and no other page', async () => {
  const frames = async (path) => / frame-src 'self'$/.test((await get(path)).headers['content-security-policy']);
  for (const path of ['/embed/', '/ur/embed/', '/it/embed/index.html', '/embed/?block=trend']) assert.equal(await frames(path), true, path);
  for (const path of ['/', '/embed/trend/', '/ur/', '/embed/trend/?x=/embed/', '/embed.js']) assert.equal(await frames(path), false, path);
});

it('hands out nothing but its folder', async () => {
  const paths = [
    '/../secret.txt', '/%2e%2e/secret.txt', '/ur/../../secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt',
    '/../dist-old/secret.txt', '/%00', '/nowhere', '/a.csv/',
  ];
  for (const path of paths) {
    const { status, body } = await get(path);
    assert.deepEqual([status, body], [404, 'not found\n'], path);
  }
  assert.equal((await get('/%')).status, 400);
  assert.equal((await get('/', {}, 'POST')).status, 405);
});

it('leads to a folder with its slash, and keeps the query', async () => {
  const { status, headers } = await get('/ur?month=2023-10');
  assert.deepEqual([status, headers.location], [301, './ur/?month=2023-10']);
});

it('answers HEAD without a body', async () => {
  const { status, headers, body } = await get('/a.csv', {}, 'HEAD');
  assert.deepEqual([status, headers['content-length'], body], [200, '11', '']);
});
