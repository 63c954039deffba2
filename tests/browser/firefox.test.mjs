// Another engine: the edition in a single file opens from a disk in Firefox with all that it can do,
// and the served page starts there under its policy.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { firefoxOptions } from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/serve.mjs';
import { DIST, becomes } from './harness.mjs';
import { MONTHS } from './record.mjs';

const WORDS = {
  en: {
    other: 'ur', month: 'October 2023', amount: '$238 million', cell: '238', changes: ['15.5%', '7.7%', '5.4%'],
    onYear: '+7.7%', first: 'July 2019', perDay: '10.82', question: 'Was it really 15%?',
    answer: ['5.4%', '1.8%', 'about 8% (3 to 13%)', 'about 14%'], highest: /^The highest .*\d+\.\d%/,
    parts: [/^Sector,[^,]*\(US\$ million\),/, /^Freelance \(computer and information\),\d+\.\d+,\d+\.\d+,/m],
  },
  ur: {
    other: 'en', month: 'اکتوبر 2023', amount: '23 کروڑ 80 لاکھ ڈالر', cell: '23.8', changes: ['15.5', '7.7', '5.4'],
    onYear: '+7.7%', first: 'جولائی 2019', perDay: '1.082', question: 'کیا اضافہ واقعی 15 فیصد تھا؟',
    answer: ['5.4 فیصد', '1.8 فیصد', 'تقریباً 8 فیصد (3 تا 13 فیصد)', 'تقریباً 14 فیصد'], highest: /بلند ترین سطح.*\d+\.\d فیصد/,
    parts: [/^شعبہ,[^,]*\(کروڑ امریکی ڈالر\),/, /^فری لانسنگ \(کمپیوٹر اور معلوماتی خدمات\),\d+\.\d+,\d+\.\d+,/m],
  },
};

const downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
let started;
let open = [];

/**
 * Opens an address and waits until its controls answer.
 * @returns Puppeteer's page, with `troubles` (an array of strings)
 */
async function openInFirefox(url) {
  started ??= puppeteer.launch(firefoxOptions(downloads));
  const page = await (await started).newPage();
  open.push(page);
  page.troubles = [];
  const trouble = (what) => page.troubles.push(what);
  page.on('console', (message) => {
    if (['warn', 'error', 'assert'].includes(message.type())) trouble(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble(`uncaught: ${error.stack ?? error}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && origin !== new URL(url).origin) trouble(`request: ${request.url()}`);
  });
  page.on('requestfailed', (request) => trouble(`${request.url()}: ${request.failure()?.errorText}`));
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(url);
  await ready(page);
  return page;
}

async function ready(page) {
  // Everything is there, the list of sources included.
  await page.waitForFunction(() => performance.getEntriesByName('complete').length > 0)
    .catch(() => assert.fail(`${page.url()} did not become ready. ${page.troubles.join('\n')}`));
}

/** Closes the page; throws what went wrong on it. */
async function finish(page) {
  await page.close();
  assert.deepEqual(page.troubles, [], 'the page ran without trouble');
}

afterEach(async () => {
  const results = await Promise.allSettled(open.splice(0).map(finish));
  for (const { reason } of results) if (reason) throw reason;
});

after(async () => {
  // Where Firefox is missing, each test has said so.
  await (await started?.catch(() => undefined))?.close();
  rmSync(downloads, { recursive: true });
});

/** Opens a file of dist/ with its query. */
const openFile = (name) => openInFirefox(new URL(name, pathToFileURL(`${DIST}/`)).href);

/** Without the marks that keep figures and names in their own direction. */
const plain = (text) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();

/** As the page itself has it: what the driver knows comes later. */
const address = async (page) => decodeURIComponent(await page.evaluate(() => location.href));

const words = async (page, selector) => plain(await page.$eval(selector, (it) => it.innerText));

/** Clicks where it stands once it does so still, as a reader would. */
const click = (page, selector) => page.locator(selector).click();

/** An option of a list by the place in it, or a check box of the sub-sectors. */
async function choose(page, id) {
  const [, name, place] = /^([a-z]+)-(\d+)$/.exec(id) ?? [];
  if (name) {
    await page.select(`#${name}`, await page.$eval(`#${name}`, (it, place) => it.options[place].value, Number(place)));
    return;
  }
  if (!(await page.$eval('#tree', (it) => it.open))) await click(page, '#tree > summary');
  await click(page, `label:has([id="${id}"])`);
}


const isChecked = (page, id) => page.$eval(`[id="${id}"]`, (it) => it.checked);

/** Opens a fold and waits for its rows. */
async function unfold(page, id) {
  await click(page, `#${id} > summary`);
  await page.waitForSelector(`#${id} :is(table, dl)`, { visible: true });
}

/** What a month decides. */
async function story(page) {
  return {
    address: await address(page),
    month: await words(page, '#month option:checked'),
    figure: await words(page, '#headline .figure'),
    changes: await words(page, '#headline .changes'),
    heading: await words(page, '#headline h2'),
    title: await page.title(),
    reading: await words(page, '#headline .reading'),
  };
}

/** The cells of a month in the table of the trend. */
const cells = (page, month) => page.$$eval('#trend-table tbody tr', (rows, month) => {
  // Texts as they are laid out take long for a whole table.
  const row = rows.find((it) => it.cells[0].textContent.includes(month));
  return [...row.cells].map((it) => it.innerText.replace(/[\u2066-\u2069]/g, '').trim());
}, month);

/** The name and the text of the file that `ask` makes the page hand out. */
async function handedOut(ask) {
  assert.deepEqual(readdirSync(downloads), []);
  let asked = Date.now();
  await ask();
  // Until it is whole, its place is kept by an empty file, or another beside it grows, or it has another name,
  // which it may lose between two looks: the same look twice is the end of it.
  const look = () => readdirSync(downloads)
    .map((name) => `${name} ${statSync(join(downloads, name), { throwIfNoEntry: false })?.size ?? 0}`).join();
  let before;
  await becomes('arrived', async () => {
    const [last, now] = [before, look()];
    before = now;
    // On a machine that has much else to do, a click may come to nothing.
    if (now === '' && Date.now() - asked > 8_000) {
      asked = Date.now();
      await ask();
    }
    return now === last && /^[^,]+ [1-9]\d*$/.test(now) && !now.includes('.part') ? 'arrived' : now || 'nothing';
  });
  const [name] = readdirSync(downloads);
  const text = readFileSync(join(downloads, name), 'utf8');
  rmSync(join(downloads, name));
  return { name, text };
}

for (const [lang, { other, month, amount, cell, changes, onYear, first, perDay, question, answer, highest, parts }] of Object.entries(WORDS)) {
  const file = `it-exports-${lang}.html`;

  describe(`in Firefox, the single file from a disk, in ${lang}`, () => {
    it('tells of another month in all its parts, and of the first again by going back', async () => {
      const page = await openFile(file);
      assert.equal(await page.$eval('html', (it) => it.lang), lang);
      assert.equal((await page.$$('#app')).length, 1);
      const before = await story(page);
      assert.notEqual(before.figure, amount);
      assert.ok(before.title.includes(before.figure), before.title);
      // The heading says what the figure means.
      assert.match(before.heading, highest);
      await page.select('#month', month);
      await becomes(amount, () => words(page, '#headline .figure'));
      const chosen = await story(page);
      assert.ok(chosen.address.endsWith(`/${file}?month=2023-10`), chosen.address);
      assert.equal(chosen.month, month);
      for (const part of [month, amount]) assert.ok(chosen.title.includes(part), chosen.title);
      assert.equal(chosen.heading, question);
      for (const part of changes) assert.ok(chosen.changes.includes(part), `${part}: ${chosen.changes}`);
      for (const part of answer) assert.ok(chosen.reading.includes(part), `${part}: ${chosen.reading}`);
      await unfold(page, 'prints');

      await page.goBack();
      await becomes(before.figure, () => words(page, '#headline .figure'));
      assert.deepEqual(await story(page), before);
      await page.goForward();
      await becomes(amount, () => words(page, '#headline .figure'));
      assert.deepEqual(await story(page), chosen);
      await page.reload();
      await ready(page);
      assert.deepEqual(await story(page), chosen, 'by its address alone');
    });

    it('tells of measures and sub-sectors in sentence, picture and table', async () => {
      const page = await openFile(file);
      const trend = async () => [
        await words(page, '#trend h2'), await words(page, '#trend .reading'), await words(page, '#trend-table'),
        await page.$eval('#trend-chart canvas', (it) => it.toDataURL()),
      ];
      await unfold(page, 'trend-table');
      assert.equal((await page.$$('#trend-table tbody tr')).length, MONTHS);
      const level = await trend();
      assert.equal((await cells(page, month))[1], cell);
      for (const [id, code, figure] of [['measure-2', 'yoy', onYear], ['measure-5', 'perday', perDay]]) {
        await choose(page, id);
        await becomes(figure, async () => (await cells(page, month))[2]);
        await becomes((it) => it.endsWith(`?measure=${code}`), () => address(page));
        const told = await trend();
        for (const [part, was] of level.entries()) assert.notEqual(told[part], was, `${id}, ${part}`);
      }
      await choose(page, 'measure-0');
      await becomes(level[0], () => words(page, '#trend h2'));

      const all = await words(page, '#breakdown .reading');
      assert.ok(await isChecked(page, 'sector-computer.freelance'));
      await choose(page, 'sector-computer');
      await becomes(/[?&]sector=telecom,information$/, () => address(page));
      for (const id of ['computer', 'computer.freelance', 'total']) assert.equal(await isChecked(page, `sector-${id}`), false, id);
      assert.ok(await page.$eval('#sector-total', (it) => it.indeterminate));
      assert.ok(await isChecked(page, 'sector-telecom'));
      const without = await trend();
      for (const [part, was] of level.entries()) assert.notEqual(without[part], was, `without a branch, ${part}`);
      assert.notEqual(await words(page, '#breakdown .reading'), all);
      await choose(page, 'chart-2');
      await page.waitForSelector('#ranking-chart canvas', { visible: true });
    });

    it('answers pointer and keys on a chart, and opens the source of a figure', async () => {
      const page = await openFile(file);
      const readout = () => words(page, '#trend .readout');
      const nothing = await readout();
      await page.hover('#trend-chart');
      await becomes(/\d/, async () => ((await readout()) === nothing ? '' : readout()));
      await page.focus('#trend-chart');
      await page.keyboard.press('Home');
      await becomes(new RegExp(`^${first}`), readout);
      // The first button is the heading.
      await click(page, '#trend .readout > button');
      await page.waitForSelector('dialog[open] dl a[href^="http"]', { visible: true });
      await page.keyboard.press('Escape');
      assert.equal(await page.$('dialog[open]'), null);
      // Firefox gives a file on a disk the clipboard, too.
      await click(page, '#trend .actions > button');
      await becomes(/./, () => words(page, '.toast'));
      assert.equal(await page.$('dialog[open]'), null);
    });

    it('is dark when asked, and in the other language the same view', async () => {
      const page = await openFile(`${file}?month=2023-10`);
      const look = () => page.evaluate(() => ({
        colours: ['backgroundColor', 'color'].map((it) => getComputedStyle(document.body)[it]),
        picture: document.querySelector('#trend-chart canvas').toDataURL(),
      }));
      const light = await look();
      await click(page, '#settings > summary');
      await choose(page, 'theme-2');
      await becomes('dark', () => page.$eval('html', (it) => it.dataset.theme));
      await becomes(/&theme=dark$/, () => address(page));
      const dark = await look();
      const brightness = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, it) => sum + Number(it), 0) / 3;
      assert.ok(brightness(light.colours[0]) > 200 && brightness(light.colours[1]) < 100, light.colours.join());
      assert.ok(brightness(dark.colours[0]) < 60 && brightness(dark.colours[1]) > 180, dark.colours.join());
      assert.notEqual(dark.picture, light.picture);
      await click(page, '#settings > summary');
      await Promise.all([page.waitForNavigation(), click(page, '#language')]);
      await ready(page);
      assert.equal(await page.$eval('html', (it) => it.lang), other);
      assert.equal(await words(page, '#headline .figure'), WORDS[other].amount);
      assert.deepEqual((await look()).colours, dark.colours);
    });

    it('hands out what is shown and the data that it carries', async () => {
      const page = await openFile(`${file}?measure=yoy`);
      for (const [block, view, begin, row] of [
        ['#trend', 'trend', /^start,end,/, /^2023-10,2023-10,.*\b238\b/m],
        ['#breakdown', 'contributions', ...parts],
        ['#breakdown', 'breakdown', /^sector,start,end,/, /^computer\.freelance,20\d\d-/m],
      ]) {
        if (view === 'breakdown') await choose(page, 'chart-1');
        await page.waitForSelector(`#${view}-chart`);
        await click(page, `${block} .take > summary`);
        const csv = `${block} .take p:nth-of-type(2) button`;
        await page.waitForSelector(csv, { visible: true });
        const { name, text } = await handedOut(() => click(page, csv));
        assert.match(name, new RegExp(`-${view}-20\\d\\d-\\d\\d-latest\\.csv$`));
        assert.match(text.replace(/^\uFEFF/, ''), begin);
        assert.match(text.replace(/^\uFEFF/, ''), row);
      }
      const names = await page.$$eval('#data a[href*="/data/"]', (links) => links.map((it) => it.href.split('/').pop()));
      assert.deepEqual([...names].sort(), readdirSync(join(DIST, 'data')).filter((it) => /\.(csv|json)$/.test(it)).sort());
      await click(page, '#data details:has(.files) > summary');
      for (const name of names) {
        const given = await handedOut(() => click(page, `#data a[href$="/${name}"]`));
        assert.equal(given.name, name);
        assert.equal(given.text, readFileSync(join(DIST, 'data', name), 'utf8'));
      }
    });
  });
}

it('in Firefox, the served page starts under its policy', async () => {
  const server = await serve();
  try {
    for (const [path, { month, amount }] of [['/', WORDS.en], ['/ur/', WORDS.ur]]) {
      const page = await openInFirefox(server.url + path);
      await page.select('#month', month);
      await becomes(amount, () => words(page, '#headline .figure'));
      assert.equal(await address(page), `${server.url}${path}2023-10/`);
    }
  } finally {
    await server.close();
  }
});
