// The instruments: loaded when they are asked for, reached by pointer, keys and address, and taken away.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { arrived, axe, choose, differences, openPage, openTable, readout, sidewaysScroll, snapshot, takeaway, visit } from './harness.mjs';

/** By the code in the address: the block, the radio button, the id of the chart. */
const INSTRUMENTS = {
  events: ['#trend', 'view-1', 'events'],
  fy: ['#trend', 'view-2', 'fiscal-years'],
  seasons: ['#trend', 'view-3', 'seasons'],
  heat: ['#trend', 'view-4', 'heat'],
  prints: ['#trend', 'view-5', 'first-prints'],
  months: ['#trend', 'view-6', 'two-months'],
  contrib: ['#breakdown', 'chart-1', 'contributions'],
  table: ['#breakdown', 'chart-2', 'ranking'],
  stack: ['#breakdown', 'chart-3', 'stack'],
  share: ['#breakdown', 'chart-4', 'shares'],
  multiples: ['#breakdown', 'chart-5', 'multiples'],
  spans: ['#breakdown', 'chart-6', 'spans'],
  freelance: ['#breakdown', 'chart-7', 'freelance'],
};

/** Counts how often the page fetches what it loads later. */
function counted(page) {
  const fetched = { times: 0 };
  page.on('request', (request) => { fetched.times += /\/desk-\w+\.wasm$/.test(request.url()); });
  return fetched;
}

for (const lang of ['en', 'ur']) {
  describe(`each instrument, in ${lang}`, () => {
    it('is reached by its button and by its address, and answers keys and pointer', async () => {
      const page = await openPage({ lang });
      for (const [code, [block, id]] of Object.entries(INSTRUMENTS)) {
        await choose(page, id);
        assert.equal(new URL(page.url()).searchParams.get('chart'), code);
        const title = await page.locator(`${block} h2`).innerText();
        assert.ok(title.trim(), code);
        assert.ok((await page.locator(`${block} .reading`).first().innerText()).trim(), code);
        const nothing = await readout(page, block);
        const chart = page.locator(`${block} .chart`).first();
        await chart.focus();
        await page.keyboard.press('End');
        const said = await readout(page, block);
        assert.notEqual(said, nothing, `${code}: keys`);
        assert.match(said, /\d/, code);
        await page.keyboard.press('Escape');
        const { width, height } = await chart.boundingBox();
        await chart.hover({ position: { x: width * 0.4, y: height * 0.5 } });
        assert.notEqual(await readout(page, block), nothing, `${code}: pointer`);
        const rows = await (await openTable(page, block)).locator('tbody tr').count();
        assert.ok(rows > 0, code);
        await visit(page, `/?chart=${code}`);
        assert.equal(await page.locator(`${block} h2`).innerText(), title, `${code}: by address`);
        await visit(page, '/');
      }
    });

    it('has nothing that axe finds, and fits on 320 pixels', async () => {
      const page = await openPage({ lang, width: 320, theme: lang === 'en' ? 'dark' : 'light' });
      for (const [code, [block]] of Object.entries(INSTRUMENTS)) {
        await visit(page, `/?chart=${code}`);
        assert.equal(await sidewaysScroll(page), 0, code);
        assert.deepEqual(await axe(page, block), [], code);
      }
    });

    it('below comes alive when the reader comes near, and not before', async () => {
      const page = await openPage({ lang });
      const fetched = counted(page);
      assert.equal(await page.locator('#peers .chart').count(), 0);
      await page.locator('#peers').scrollIntoViewIfNeeded();
      await page.locator('#peers .chart canvas').waitFor();
      await page.locator('#targets .chart canvas').waitFor();
      assert.equal(fetched.times, 1);
      assert.equal(await page.locator('#drivers article').count(), 8);
      const before = await page.locator('#peers h2, #peers .reading').allInnerTexts();
      await page.locator('#peers fieldset').first().locator('label').last().click();
      assert.match(page.url(), /chart=perhead/);
      assert.notDeepEqual(await page.locator('#peers h2, #peers .reading').allInnerTexts(), before);
      await page.locator('#peers fieldset').nth(1).locator('label').last().click();
      assert.match(decodeURIComponent(page.url()), /peers=([A-Z]{3},?)+/);
      await page.goBack();
      assert.doesNotMatch(page.url(), /peers=/);
    });
  });
}

for (const lang of ['en', 'ur']) {
  it(`a view chosen by keys keeps the focus, and what was there comes back as it was, in ${lang}`, async () => {
    const page = await openPage({ lang });
    const before = await snapshot(page);
    // Arrow keys go the way the page is read.
    const [on, back] = lang === 'ur' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    for (const [group, block] of [['view', '#trend'], ['chart', '#breakdown']]) {
      await page.locator(`#${group}-0`).focus();
      for (const place of [1, 2, 3]) {
        await page.keyboard.press(on);
        await arrived(page);
        await page.locator(`${block} canvas`).first().waitFor();
        assert.equal(await page.evaluate(() => document.activeElement.id), `${group}-${place}`);
      }
      for (const place of [2, 1, 0]) {
        await page.keyboard.press(back);
        assert.equal(await page.evaluate(() => document.activeElement.id), `${group}-${place}`);
      }
    }
    assert.deepEqual(differences(before, await snapshot(page)), []);
  });
}

describe('what is loaded later', () => {
  it('is loaded once, when a view needs it', async () => {
    const page = await openPage();
    const fetched = counted(page);
    await choose(page, 'measure-2');
    assert.equal(fetched.times, 0);
    await choose(page, 'view-2');
    await choose(page, 'chart-1');
    assert.equal(fetched.times, 1);
    await page.goBack();
    assert.match(page.url(), /chart=fy$/);
    for (const summary of await page.locator('main .take > summary').all()) {
      await summary.click();
      await summary.click();
    }
    assert.equal(fetched.times, 1);
  });

  it('can be asked for again where it did not come', async () => {
    const page = await openPage();
    await page.route('**/desk-*.wasm', (route) => route.abort());
    await page.locator('label:has(#view-2)').click();
    await page.locator('#trend > .notice button').waitFor();
    assert.ok(await page.locator('#trend .chart').isVisible(), 'what was there stays');
    await page.unroute('**/desk-*.wasm');
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
  assert.doesNotMatch(page.url(), /vintage/);
  assert.equal(await page.locator('main > .notice').count(), 0);
  await page.locator('.settings > summary').click();
  await page.locator('#as-of').fill('1999-01-01');
  await page.locator('#as-of').blur();
  assert.match(await page.locator('main > .notice[role=status]').innerText(), /vintage/);
  await page.locator('#as-of').fill('2023-07-18');
  await page.locator('#as-of').blur();
  assert.match(page.url(), /vintage=2023-07-18/);
  assert.equal(await page.locator('#headline .figure').innerText(), '$236 million');
});

it('two months are put beside each other', async () => {
  const page = await openPage({ path: '/2023-10/?chart=months' });
  const before = await page.locator('#trend .reading').first().innerText();
  await page.locator('#trend select').last().selectOption({ label: 'September 2023' });
  await arrived(page);
  assert.match(page.url(), /beside=2023-09/);
  const after = await page.locator('#trend .reading').first().innerText();
  assert.notEqual(after, before);
  assert.match(after, /15\.5%/);
});

it('kinds of events are hidden and shown', async () => {
  const page = await openPage({ path: '/?chart=events' });
  const rows = async () => (await openTable(page)).locator('tbody tr').count();
  const all = await rows();
  await page.locator('#trend fieldset label:has(input[type=checkbox])').first().click();
  assert.match(page.url(), /hide=policy/);
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
    await frame.locator('#trend .take').getByRole('button', { name: 'PNG', exact: true }).click();
    assert.match(await frame.locator('dialog[open] img').getAttribute('src'), /^data:image\/png/);
    page.troubles.length = 0;
  });
});

it('each measure explains itself with the figures at hand', async () => {
  const page = await openPage({ path: '/2023-10/?measure=mom' });
  await page.locator('#data').scrollIntoViewIfNeeded();
  await page.locator('#explained p').first().waitFor();
  assert.match((await page.locator('#explained p').allInnerTexts()).join(' '), /15\.5%/);
});
