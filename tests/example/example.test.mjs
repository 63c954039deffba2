// The page of the example package: every word of it comes from that package or holds for any record, in files and
// in whatever a reader can choose, and the page works.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';
import { arrived, axe, choose, downloadCsv, openPage, openTable, readout, sidewaysScroll, takeaway, visit } from '../browser/harness.mjs';

const DIST = fileURLToPath(new URL('../../target/example/dist', import.meta.url));

/** Words of the record of this repository, which another must not show. `it-exports` is the program's name. */
const FOREIGN = /.{0,40}(Pakistan|\bIT (export|service)|\bICT\b|dollar|US\$|\$\d|rupee|State Bank|freelanc|\bFY\d|[Ff]iscal\b|July to|item 9|پاکستان|آئی ٹی|آئی سی ٹی|ڈالر|روپے|اسٹیٹ بینک|فری لانس|مالی سال|usd_million|UsdMillion).{0,40}/g;

function foreign(text) {
  return [...text.matchAll(FOREIGN)].map((it) => it[0]);
}

describe('the example package', () => {
  let server;
  before(async () => {
    server = await serve({ root: DIST });
  });
  after(() => server?.close());
  const open = (options) => openPage({ origin: server.url, ...options });

  it('is what every file of the page is made from', () => {
    const names = readdirSync(DIST, { recursive: true }).filter((name) => /\.(html|xml|json|csv|txt)$/.test(name));
    assert.ok(names.length > 60, names.length);
    for (const name of names) {
      // Words stand in attributes, too: whole files are searched, but for what is packed into single files.
      const text = readFileSync(join(DIST, name), 'utf8').replace(/[\w+/=]{400,}/g, '');
      assert.deepEqual(foreign(text), [], name);
    }
    assert.deepEqual(readdirSync(join(DIST, 'embed')).sort().filter((it) => !it.includes('.')), ['breakdown', 'data', 'headline', 'trend']);
    const latest = JSON.parse(readFileSync(join(DIST, 'latest.json'), 'utf8'));
    assert.equal(latest.month, '2025-06');
    assert.equal(latest.area, 'XA');
    assert.ok(latest.valueMetresMillion > 0);
    assert.match(latest.text.en.title, /^Cloth exports in June 2025: [\d.]+ million metres, /);
  });

  for (const lang of ['en', 'ur']) {
    it(`gives a page that works and speaks of nothing else, in ${lang}`, async () => {
      const page = await open({ lang });
      const unit = lang === 'en' ? 'million metres' : 'میٹر';
      assert.ok((await page.locator('#headline .reading').innerText()).includes(unit));
      assert.deepEqual(await page.locator('#drivers, #peers, #targets').count(), 0);
      const views = await page.locator('#view, #chart').evaluateAll((lists) =>
        lists.flatMap((list) => [...list.options].map((_, place) => `${list.id}-${place}`)));
      // Neither events nor freelance work.
      assert.equal(views.length, 6 + 7, views.join());
      for (const id of views) {
        const block = id.startsWith('view') ? '#trend' : '#breakdown';
        await choose(page, id);
        await openTable(page, block);
        const chart = page.locator(`${block} .chart`).first();
        await chart.focus();
        await page.keyboard.press('End');
        assert.match(await readout(page, block), /\d/, id);
        await page.keyboard.press('Escape');
        assert.deepEqual(foreign(await page.locator('body').innerText()), [], id);
        assert.equal(await sidewaysScroll(page), 0, id);
      }
      for (const query of ['?measure=ytd', '?freq=fy', '?measure=yoy', '?measure=perday', '?num=intl', '?num=pk', '?vintage=first', '?vintage=2024-02-20', '?sector=cotton.plain,wool']) {
        await visit(page, `/${query}`);
        await openTable(page);
        assert.deepEqual(foreign(await page.locator('body').innerText()), [], query);
      }
      // Years are those of the calendar, and offered once.
      await visit(page, '/?freq=fy');
      const years = await page.locator('#freq option').count();
      assert.equal(years, 3);
      const table = await (await openTable(page)).innerText();
      assert.match(table, /\b2024\b/);
      assert.deepEqual(await axe(page), []);
    });
  }

  it('is kept up to date in its own words', () => {
    const command = fileURLToPath(new URL('../../target/debug/dataset', import.meta.url));
    const folder = fileURLToPath(new URL('../../examples/cloth', import.meta.url));
    const run = (...words) => spawnSync(command, words, { encoding: 'utf8' });
    const month = ['--month', '2025-07', '--value', '14.2', '--published', '2025-08-15', '--outlet', 'News', '--url', 'https://news.example/1'];
    for (const words of [['--help'], ['add', '--help'], ['check', folder]]) {
      const { status, stdout } = run(...words);
      assert.equal(status, 0, stdout);
      // What reads the workbook of one bank says whose that is.
      assert.deepEqual(foreign(stdout.replaceAll('State Bank', '')), [], words.join(' '));
    }
    const { status, stdout, stderr } = run('add', ...month, '--data', folder);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /Cloth exports in July 2025: 14\.2 million metres/);
    assert.deepEqual(foreign(stdout), []);
    const broken = mkdtempSync(join(tmpdir(), 'cloth-'));
    try {
      cpSync(folder, broken, { recursive: true });
      const described = JSON.parse(readFileSync(join(broken, 'datapackage.json'), 'utf8'));
      const own = fileURLToPath(new URL('../../static/data', import.meta.url));
      const whole = JSON.parse(readFileSync(join(own, 'datapackage.json'), 'utf8'));
      const files = ['drivers.csv', 'indicators.csv'];
      described.resources.push(...whole.resources.filter(({ path }) => files.includes(path)));
      writeFileSync(join(broken, 'datapackage.json'), JSON.stringify(described));
      writeFileSync(join(broken, 'drivers.csv'), 'code,kind,title_en,title_ur,sentence_en,sentence_ur,sectors,events\nlooms,driver,Looms,کھڈیاں,Looms.,کھڈیاں۔,,\n');
      const heading = readFileSync(join(own, 'indicators.csv'), 'utf8').split('\n')[0];
      writeFileSync(join(broken, 'indicators.csv'), `${heading}\nlooms,price,Price,قیمت,usd_million,2024,5,exact,official,,customs-2025-07,,\n`);
      const { status, stdout, stderr } = run('check', broken);
      assert.equal(status, 1);
      assert.match(stdout + stderr, /indicators\.csv:2:24: dollars cannot stand beside metres/);
    } finally {
      rmSync(broken, { recursive: true });
    }
  });

  it('refuses what it does not have, and says so', async () => {
    const page = await open({ path: '/?chart=events' });
    assert.match(await page.locator('.notice').first().innerText(), /chart/);
    await visit(page, '/?chart=freelance');
    assert.match(await page.locator('.notice').first().innerText(), /chart/);
    await visit(page, '/?measure=pkr');
    assert.match(await page.locator('.notice').first().innerText(), /measure/);
  });

  it('draws years from their first month on, and each branch in a hue', async () => {
    const page = await open({ path: '/?chart=fy' });
    const button = await takeaway(page, '#trend', 'SVG');
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const svg = readFileSync(await download.path(), 'utf8');
    const months = [...svg.matchAll(/>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)</g)].map((it) => it[1]);
    assert.equal(months.join(' '), 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
    const hues = await page.locator('#breakdown .swatch *').evaluateAll((all) => all.map((it) => getComputedStyle(it).fill));
    assert.ok(new Set(hues).size >= 3, hues.join('\n'));
  });

  it('names its unit in what is taken away', async () => {
    const page = await open({});
    const trend = await downloadCsv(page, await takeaway(page, '#trend', 'CSV'));
    assert.ok(Number(trend.at(-1).exports_metres_million) > 0);
    assert.equal(trend.at(-1).unit, 'metres_million');
    await choose(page, 'chart-1');
    const parts = await downloadCsv(page, await takeaway(page, '#breakdown', 'CSV'));
    await arrived(page);
    assert.ok(Number(parts[0].exports_metres_million) > 0);
    assert.deepEqual([...new Set(parts.map((it) => it.sector.split('.')[0]))].sort(), ['cotton', 'wool']);
  });
});
