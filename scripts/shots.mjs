// Pictures of the page in dist/ for people to look at:
//   node scripts/shots.mjs "?month=2023-10" folder
// One for each width, theme and language: folder/en-0360-light.png, …
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { launchOptions } from './browsers.mjs';
import { serve } from './serve.mjs';

const [query = '', folder = 'target/shots'] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const server = await serve();
const browser = await playwright.launch(launchOptions());
for (const lang of ['en', 'ur']) {
  for (const theme of ['light', 'dark']) {
    for (const width of [360, 768, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: theme, deviceScaleFactor: 2 });
      page.on('pageerror', (error) => console.error(String(error)));
      page.on('console', (message) => console.error(message.text()));
      await page.goto(server.url + (lang === 'ur' ? '/ur/' : '/') + query);
      // A page that never becomes ready is all the more worth a look.
      await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 5000 })
        .catch(() => console.error(`not ready: ${page.url()}`));
      const path = join(folder, `${lang}-${String(width).padStart(4, '0')}-${theme}.png`);
      await page.screenshot({ path, fullPage: true });
      console.log(path);
      await page.close();
    }
  }
}
await browser.close();
await server.close();
