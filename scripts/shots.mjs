// Pictures of the page in dist/ for people to look at, in both languages and themes at three widths, all on one page:
//   node scripts/shots.mjs                      whole pages, and every block alone and in small frames
//   node scripts/shots.mjs "2023-10/?chart=fy"  these addresses
// Everything is put into target/shots/, the page is target/shots/index.html.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { launchOptions } from './browsers.mjs';
import { serve } from './serve.mjs';

const FOLDER = fileURLToPath(new URL('../target/shots', import.meta.url));
const BLOCKS = ['headline', 'trend', 'breakdown', 'drivers', 'peers', 'targets', 'data'].map((it) => `embed/${it}/`);
const ALL = ['', '2023-10/', ...BLOCKS, ...BLOCKS.map((it) => `${it}?fit=1`)];
const WHOLE = [[360, 800], [768, 800], [1280, 800]];
/** What has no room in a frame is folded away, so there is nothing below it. */
const FRAMES = [[280, 320], [320, 420], [600, 450]];

const given = process.argv.slice(2);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const server = await serve();
const browser = await chromium.launch(launchOptions());
const sections = [];
for (const address of given.length ? given : ALL) {
  const isFrame = address.includes('fit=1');
  const figures = [];
  for (const [width, height] of isFrame ? FRAMES : WHOLE) {
    for (const lang of ['en', 'ur']) {
      for (const theme of ['light', 'dark']) {
        const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme, deviceScaleFactor: 2, reducedMotion: 'reduce' });
        page.on('pageerror', (error) => console.error(String(error)));
        page.on('console', (message) => console.error(message.text()));
        await page.goto(`${server.url}/${lang === 'ur' ? 'ur/' : ''}${address}`);
        // A page that never becomes ready is all the more worth a look.
        await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 5000 })
          .then(() => page.evaluate(() => dispatchEvent(new Event('it-exports:near'))))
          .then(() => page.waitForFunction(() => !document.querySelector('#later > section:not([data-live]), [data-awaited]'), null, { timeout: 5000 }))
          .catch(() => console.error(`not ready: ${page.url()}`));
        await page.evaluate(() => new Promise((done) => { setTimeout(done, 100); }));
        const name = `${address.replaceAll(/\W+/g, '-')}${lang}-${String(width).padStart(4, '0')}-${theme}`;
        await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: !isFrame });
        await page.close();
        figures.push(`<figure><figcaption>${lang}, ${width} px, ${theme}</figcaption><img src="${name}.png" alt="" width="${width}" loading="lazy"></figure>`);
      }
    }
  }
  sections.push(`<h2>/${address.replaceAll('&', '&amp;')}</h2>\n<div>\n${figures.join('\n')}\n</div>`);
  console.log(`/${address}`);
}
writeFileSync(join(FOLDER, 'index.html'), `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every block, width, language and theme</title>
<style>body { font: 1rem system-ui; background: #999 } div { display: flex; flex-wrap: wrap; align-items: start; gap: 1rem }
figure { margin: 0 } img { max-inline-size: 48vw }</style>
${sections.join('\n')}
`);
console.log(join(FOLDER, 'index.html'));
await browser.close();
await server.close();
