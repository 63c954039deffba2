// The instruments: loaded when they are asked for, reached by pointer, keys and address, and taken away.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { arrived, axe, becomes, choose, differences, openPage, openTable, readout, sidewaysScroll, snapshot, takeaway, visit } from './harness.mjs';

/** By the code in the address: the block, the place in its list, the id of the chart. */
const INSTRUMENTS = {
  events: ['#trend', 'view-1', 'events'],
  fy: ['#trend', 'view-2', 'fiscal-years'],
  seasons: ['#trend', 'view-3', 'seasons'],
  heat: ['#trend', 'view-4', 'heat'],
  prints: ['#trend', 'view-5', 'first-prints'],
  months: ['#trend', 'view-6', 'two-months'],
  adjusted: ['#trend', 'view-7', 'adjusted'],
  season: ['#trend', 'view-8', 'season-pattern'],
  pkr: ['#trend', 'view-9', 'in-rupees'],
  real: ['#trend', 'view-10', 'in-us-prices'],
  pairs: ['#breakdown', 'chart-1', 'breakdown'],
  table: ['#breakdown', 'chart-2', 'ranking'],
  stack: ['#breakdown', 'chart-3', 'stack'],
  share: ['#breakdown', 'chart-4', 'shares'],
  multiples: ['#breakdown', 'chart-5', 'multiples'],
  spans: ['#breakdown', 'chart-6', 'spans'],
  freelance: ['#breakdown', 'chart-7', 'freelance'],
};

/** The key under which addresses have a code. */
const key = (code) => (['adjusted', 'pkr', 'real'].includes(code) ? 'measure' : 'chart');

/** Counts how often the page fetches what it loads later. */
function counted(page) {
  const fetched = { times: 0 };
  page.on('request', (request) => { fetched.times += /\/later-\w+\.wasm$/.test(request.url()); });
  return fetched;
}

for (const lang of ['en', 'ur']) {
  describe(`each instrument, in ${lang}`, () => {
    it('is reached by its list and by its address, and answers keys and pointer', async () => {
      const page = await openPage({ lang });
      for (const [code, [block, id]] of Object.entries(INSTRUMENTS)) {
        await choose(page, id);
        await becomes(code, () => new URL(page.url()).searchParams.get(key(code)));
        const title = await page.locator(`${block} h2`).innerText();
        assert.ok(title.trim(), code);
        assert.ok((await page.locator(`${block} .reading`).first().innerText()).trim(), code);
        const nothing = await readout(page, block);
        const chart = page.locator(`${block} .chart`).first();
        await chart.focus();
        await page.keyboard.press('Home');
        const home = await readout(page, block);
        await page.keyboard.press('End');
        const said = await readout(page, block);
        assert.notEqual(said, home, `${code}: keys`);
        assert.match(said, /\d/, code);
        await page.keyboard.press('Escape');
        assert.equal(await readout(page, block), nothing, `${code}: let go`);
        const { width, height } = await chart.boundingBox();
        // One of three places is not where it rests.
        const pointed = [];
        for (const [x, y] of [[0.4, 0.5], [0.9, 0.8], [0.1, 0.2]]) {
          await chart.hover({ position: { x: width * x, y: height * y } });
          pointed.push(await readout(page, block));
        }
        assert.ok(pointed.some((it) => it !== nothing), `${code}: pointer`);
        const rows = await (await openTable(page, block)).locator('tbody tr').count();
        assert.ok(rows > 0, code);
        await visit(page, `/?${key(code)}=${code}`);
        assert.equal(await page.locator(`${block} h2`).innerText(), title, `${code}: by address`);
        await visit(page, '/');
      }
    });

    it('has nothing that axe finds, and fits on 320 pixels', async () => {
      const page = await openPage({ lang, width: 320, theme: lang === 'en' ? 'dark' : 'light' });
      for (const [code, [block]] of Object.entries(INSTRUMENTS)) {
        await visit(page, `/?${key(code)}=${code}`);
        assert.equal(await sidewaysScroll(page), 0, code);
        assert.deepEqual(await axe(page, block), [], code);
      }
    });

    it('below comes alive when the reader comes near, and not before', async () => {
      // On a wide page it is near from the start.
      const page = await openPage({ lang, whole: false, width: 390, height: 844 });
      const fetched = counted(page);
      assert.equal(await page.locator('#peers .chart').count(), 0);
      await page.evaluate(() => {
        window.moved = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((it) => { window.moved += it.value; }))
          .observe({ type: 'layout-shift', buffered: true });
      });
      await page.locator('#breakdown').scrollIntoViewIfNeeded();
      await page.locator('#breakdown .chart canvas').waitFor();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.equal(await page.evaluate(() => window.moved), 0, 'nothing moves');
      await page.locator('#peers').scrollIntoViewIfNeeded();
      await page.locator('#peers .chart canvas').waitFor();
      await page.locator('#targets .chart canvas').waitFor();
      assert.equal(fetched.times, 1);
      assert.equal(await page.locator('#drivers article').count(), 8);
      const before = await page.locator('#peers h2, #peers .reading').allInnerTexts();
      await choose(page, 'peers-measure-2');
      await becomes(/chart=perhead/, () => page.url());
      assert.notDeepEqual(await page.locator('#peers h2, #peers .reading').allInnerTexts(), before);
      await page.locator('#peers-countries > summary').click();
      await page.locator('#peers-countries label').last().click();
      await becomes(/peers=([A-Z]{3},?)+/, () => decodeURIComponent(page.url()));
      await page.goBack();
      await becomes(/^(?!.*peers=)/, () => page.url());
    });
  });
}

/** The figures in a text, without what groups digits and steers direction. */
const figures = (text) => (text.replaceAll(/(?<=\d),(?=\d{3})/g, '').replaceAll('−', '-').match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

/** Whether a figure stands in `text`, rounded as it is printed there; of a rank the text says among how many, too. */
function isPrintedAs(text, exact) {
  const decimals = /\.(\d+)/.exec(text)?.[1].length ?? 0;
  return figures(text).some((printed) => Math.abs(printed - exact) <= 0.5 * 10 ** -decimals + 1e-6);
}

for (const lang of ['en', 'ur']) {
  describe(`each instrument agrees with itself, in ${lang}`, () => {
    for (const [code, [block]] of Object.entries(INSTRUMENTS)) {
      it(`${code}: chart, table, sentence, address and files`, async () => {
        const page = await openPage({ lang, path: `/2023-10/?${key(code)}=${code}` });
        const [title, sentence] = await Promise.all(
          ['h2', '.reading'].map((it) => page.locator(`${block} ${it}`).first().innerText()),
        );
        const save = async (name) => {
          const button = await takeaway(page, block, name);
          const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
          return readFile(await download.path(), 'utf8');
        };
        const plain = (text) => text.replaceAll(/[\u200e\u200f\u2066-\u2069]/g, '').trim();
        const json = JSON.parse(await save('JSON'));
        const svg = await save('SVG');
        assert.equal(plain(json.title), plain(title));
        assert.equal(plain(json.sentence), plain(sentence));
        await becomes(json.address, () => page.url());
        assert.ok(plain(svg).includes(plain(title).replaceAll('&', '&amp;')));
        const fold = await openTable(page, block);
        const shown = await fold.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((it) => ({
          text: it.innerText, numeric: it.classList.contains('number'),
        }))));
        assert.equal(json.rows.length, shown.length + await fold.locator('tfoot tr').count());
        let compared = 0;
        for (const [place, cells] of shown.entries()) {
          for (const [column, { text, numeric }] of cells.slice(0, json.columns.length).entries()) {
            const exact = json.rows[place][column];
            if (!numeric) continue;
            assert.equal(exact === null, text.trim() === '', `${place} ${column}`);
            if (typeof exact === 'number') {
              assert.ok(isPrintedAs(text, exact), `row ${place}, ${json.columns[column]}: '${text}' is ${exact}`);
              compared += 1;
            }
          }
        }
        assert.ok(compared > 0 || code === 'events', 'no figure was compared');
        // What the crosshair says stands in the table, too.
        await page.locator(`${block} .chart`).first().focus();
        await page.keyboard.press('End');
        const said = figures((await readout(page, block)).replace(/^.*\n/, ''));
        const inTable = new Set(figures(await fold.locator('table').innerText()));
        if (code !== 'events') assert.ok(said.some((it) => inTable.has(it)), `none of ${said} stands in the table`);
      });
    }
  });

  describe(`a finger on each instrument, in ${lang}`, () => {
    it('reads figures, chooses, and scrolls nothing sideways', async () => {
      const page = await openPage({ lang, touch: true, width: 360, height: 740, reducedMotion: true });
      for (const [code, [block]] of Object.entries(INSTRUMENTS)) {
        await visit(page, `/?${key(code)}=${code}`);
        const nothing = await readout(page, block);
        const chart = page.locator(`${block} .chart`).first();
        await chart.evaluate((it) => it.scrollIntoView({ block: 'center' }));
        const { x, y, width, height } = await chart.boundingBox();
        await page.touchscreen.tap(x + width * 0.6, Math.max(8, y) + Math.min(height, 700) * 0.4);
        const said = await readout(page, block);
        assert.notEqual(said, nothing, code);
        assert.match(said, /\d/, code);
        assert.equal(await sidewaysScroll(page), 0, code);
        const strip = await page.locator(`${block} .readout`).first().boundingBox();
        assert.ok(strip.x >= 0 && strip.x + strip.width <= 360, `${code}: the readout stays on the screen`);
        // A step for a thumb.
        await page.locator(`${block} .steps > button`).first().tap();
        await page.locator(`${block} .steps > button`).first().tap();
        assert.match(await readout(page, block), /\d/, `${code}: steps`);
      }
    });
  });

  it(`a view chosen by keys keeps the focus, and what was there comes back as it was, in ${lang}`, async () => {
    const page = await openPage({ lang });
    const before = await snapshot(page);
    const at = () => page.evaluate(() => `${document.activeElement.id}-${document.activeElement.selectedIndex}`);
    for (const [group, block] of [['view', '#trend'], ['chart', '#breakdown']]) {
      await page.locator(`#${group}`).focus();
      for (const place of [1, 2, 3]) {
        await page.keyboard.press('ArrowDown');
        await arrived(page);
        await page.locator(`${block} canvas`).first().waitFor();
        assert.equal(await at(), `${group}-${place}`);
      }
      for (const place of [2, 1, 0]) {
        await page.keyboard.press('ArrowUp');
        assert.equal(await at(), `${group}-${place}`);
      }
    }
    await arrived(page);
    await page.locator('#breakdown .chart canvas').first().waitFor();
    assert.deepEqual(differences(before, await snapshot(page)), []);
  });
}

describe('what is loaded later', () => {
  it('is loaded once, at the first touch; until then nothing stands beside a choice that is not of it', async () => {
    const page = await openPage({ whole: false, width: 390, height: 844 });
    const fetched = counted(page);
    let arrive;
    const arrived = new Promise((done) => { arrive = done; });
    await page.route('**/later-*.wasm', (route) => arrived.then(() => route.continue()));
    assert.equal(fetched.times, 0);
    assert.ok(await page.locator('#breakdown h2').isVisible());
    await page.locator('#measure').selectOption({ index: 2 });
    await page.locator('main > .notice[data-awaited]').waitFor();
    assert.ok(await page.locator('#breakdown h2').isHidden());
    arrive();
    await page.locator('#breakdown canvas').waitFor();
    assert.ok(await page.locator('#breakdown h2').isVisible());
    assert.equal(await page.locator('main > .notice').count(), 0);
    await choose(page, 'view-2');
    await choose(page, 'chart-1');
    assert.equal(fetched.times, 1);
    await page.goBack();
    await becomes(/chart=fy$/, () => page.url());
    for (const summary of await page.locator('main .take > summary').all()) {
      await summary.click();
      await summary.click();
    }
    assert.equal(fetched.times, 1);
  });

  it('can be asked for again where it did not come', async () => {
    const page = await openPage({ whole: false });
    await page.route('**/take-*.wasm', (route) => route.abort());
    await page.locator('#view').selectOption({ index: 2 });
    await page.locator('#trend > .notice button').waitFor();
    assert.ok(await page.locator('#trend .chart').isVisible(), 'what was there stays');
    await page.unroute('**/take-*.wasm');
    await page.locator('#trend > .notice button').click();
    await page.locator('#fiscal-years-chart canvas').waitFor();
    page.troubles.length = 0;
  });
});

it('the page reads as on a day', async () => {
  const page = await openPage({ path: '/?vintage=2024-01-15' });
  assert.match(await page.locator('main > .notice').innerText(), /15 January 2024/);
  const last = await page.locator('#month option').first().innerText();
  assert.equal(last, await page.locator('#month option:checked').innerText());
  assert.match(last, /2023/);
  assert.equal(await page.locator('#next').count(), 0);
  await page.locator('main > .notice button').click();
  await becomes(/^(?!.*vintage)/, () => page.url());
  assert.equal(await page.locator('main > .notice').count(), 0);
  await page.locator('.settings > summary').click();
  await page.locator('#as-of').fill('1999-01-01');
  await page.locator('#as-of').blur();
  assert.match(await page.locator('main > .notice[role=status]').innerText(), /vintage/);
  await page.locator('#as-of').fill('2023-07-18');
  await page.locator('#as-of').blur();
  await becomes(/vintage=2023-07-18/, () => page.url());
  assert.equal(await page.locator('#headline .figure').innerText(), '$236 million');
});

it('two months are put beside each other', async () => {
  const page = await openPage({ path: '/2023-10/?chart=months' });
  const before = await page.locator('#trend .reading').first().innerText();
  await page.locator('#two-months-beside').selectOption({ label: 'September 2023' });
  await arrived(page);
  await becomes(/beside=2023-09/, () => page.url());
  const after = await page.locator('#trend .reading').first().innerText();
  assert.notEqual(after, before);
  assert.match(after, /15\.5%/);
});

it('an event opens its note with date, text and source', async () => {
  const page = await openPage({ path: '/?chart=events' });
  await page.locator('#trend .chart').focus();
  await page.keyboard.press('End');
  const rows = (await openTable(page)).locator('tbody tr').first();
  const [date, kind, title, text, source] = await rows.locator('th, td').allInnerTexts();
  const said = await readout(page, '#trend');
  for (const part of [date, kind, title, text]) assert.ok(said.includes(part), part);
  const link = page.locator('#trend .readout a');
  assert.equal(await link.getAttribute('title'), source);
  assert.match(await link.getAttribute('href'), /^https?:/);
  const [download] = await Promise.all([page.waitForEvent('download'), (await takeaway(page, '#trend', 'CSV')).click()]);
  const [, first] = (await readFile(await download.path(), 'utf8')).split('\n');
  assert.ok(first.endsWith(`,${await link.getAttribute('href')}`), first);
});

it('kinds of events are hidden and shown', async () => {
  const page = await openPage({ path: '/?chart=events' });
  const rows = async () => (await openTable(page)).locator('tbody tr').count();
  const all = await rows();
  await choose(page, 'event-kinds-0');
  await becomes(/hide=policy/, () => page.url());
  assert.ok(await rows() < all);
});

describe('taking away', () => {
  it('gives files that open, named for view and vintage', async () => {
    const page = await openPage({ path: '/2023-10/' });
    const save = async (name) => {
      const button = await takeaway(page, '#trend', name);
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    for (const [button, end, width, height] of [
      ['PNG', 'latest.png', 800], ['PNG, sharp (2×)', 'latest-2x.png', 1600],
      ['Square picture', 'latest-square.png', 1080, 1080], ['Tall picture for phones', 'latest-tall.png', 1080, 1920],
    ]) {
      const { name, bytes } = await save(button);
      assert.equal(name, `it-exports-trend-2023-10-${end}`);
      assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
      assert.equal(bytes.readUInt32BE(16), width);
      if (height) assert.equal(bytes.readUInt32BE(20), height);
    }
    const svg = (await save('SVG')).bytes.toString();
    const parsed = await page.evaluate((text) => {
      const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [documentElement.localName, documentElement.querySelector('title')?.textContent];
    }, svg);
    assert.deepEqual(parsed, ['svg', await page.locator('#trend h2').innerText()]);
    const json = JSON.parse((await save('JSON')).bytes);
    assert.equal(json.title, parsed[1]);
    const rows = await (await openTable(page)).locator('tbody tr').count();
    assert.equal(json.rows.length, rows);
    const csv = (await save('CSV')).bytes.toString();
    assert.ok(csv.startsWith('\uFEFFstart,end,'), csv.slice(0, 40));
    assert.equal(csv.trimEnd().split('\n').length, rows + 1);
  });

  it('copies table and sentence', async () => {
    const page = await openPage({ path: '/2023-10/', context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    await (await takeaway(page, '#breakdown', 'Copy the table')).click();
    await page.locator('.toast').getByText('copied').waitFor();
    const table = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(table, /\t/);
    await (await takeaway(page, '#breakdown', 'Copy the sentence')).click();
    await page.waitForFunction(async (table) => await navigator.clipboard.readText() !== table, table);
    const sentence = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(sentence.startsWith(await page.locator('#breakdown .reading').first().innerText()));
    assert.match(sentence, /2023-10/);
  });

  it('shows text and picture where a frame may save nothing', async () => {
    const page = await openPage();
    const address = page.url();
    await page.route('**/host.html', (route) => route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>host</title><iframe sandbox="allow-scripts" width="1000" height="700" title="page" src="${address}?lite=0"></iframe>`,
    }));
    await page.goto('/host.html');
    const frame = page.frameLocator('iframe');
    await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
    await frame.locator('#trend .take > summary').click();
    await frame.locator('#trend .take').getByRole('button', { name: 'JSON', exact: true }).click();
    assert.match(await frame.locator('dialog[open] textarea').inputValue(), /^\{/);
    await frame.locator('dialog[open] .close').click();
    // The menu closes when something else is pressed.
    await frame.locator('#trend .take > summary').click();
    await frame.locator('#trend .take').getByRole('button', { name: 'PNG', exact: true }).click();
    assert.match(await frame.locator('dialog[open] img').getAttribute('src'), /^data:image\/png/);
    page.troubles.length = 0;
  });
});

it('each measure explains itself with the figures at hand', async () => {
  const page = await openPage({ path: '/2023-10/?measure=mom' });
  await page.locator('#data').scrollIntoViewIfNeeded();
  await page.locator('#data .fold summary').first().click();
  await page.locator('#explained p').first().waitFor();
  assert.match((await page.locator('#explained p').allInnerTexts()).join(' '), /15\.5%/);
});
