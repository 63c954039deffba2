// What a reader gets when the browser withholds something.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { choose, openPage, openPrints, openTable, readout, screenshot, takeaway, waitForAddress } from './harness.mjs';
import { MONTHS } from './record.mjs';

describe('without a canvas to draw on', () => {
  const before = (page) => page.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });

  for (const [lang, words] of Object.entries({ en: 'nothing to draw on', ur: 'چارٹ بنانے کی جگہ نہیں دی' })) {
    it(`each chart says so in its place, and everything else works, in ${lang}`, async () => {
      const page = await openPage({ lang, path: '/2023-10/', before });
      for (const block of ['trend', 'breakdown']) {
        const notices = await page.locator(`#${block} .notice`).allInnerTexts();
        assert.ok(notices.some((it) => it.includes(words)), `${block}: ${notices}`);
        for (const canvas of await page.locator(`#${block} canvas`).all()) assert.equal(await canvas.isVisible(), false);
      }
      // The sliders over small charts need none.
      await choose(page, 'range-4');
      for (const slider of ['strip', 'from', 'to']) {
        assert.ok((await page.locator(`#${slider}`).boundingBox()).height >= 24, slider);
      }
      await openTable(page);
      const rows = () => page.locator('#trend-table tbody').innerText();
      const [first, sentence] = [await rows(), await page.locator('#trend .reading[aria-live]').innerText()];
      await choose(page, 'measure-2');
      assert.notEqual(await rows(), first);
      assert.notEqual(await page.locator('#trend .reading[aria-live]').innerText(), sentence);
      await choose(page, 'sector-telecom');
      await waitForAddress(page, '/2023-10/?measure=yoy&sector=computer,information');
      await page.locator('#strip').press('ArrowLeft');
      await waitForAddress(page, /^\/2023-09\//);
      // The crosshair needs no picture.
      await page.locator('#trend .chart').focus();
      await page.keyboard.press('End');
      assert.match(await readout(page), /20\d\d/);
    });
  }

  it('handles and notices do not lie on each other', async () => {
    const page = await openPage({ before });
    await choose(page, 'range-4');
    for (const slider of ['#strip', '#from', '#to']) {
      const overlap = await page.locator(slider).evaluate((it) => {
        const notice = it.parentElement.querySelector('.notice');
        if (!notice) return 0;
        const [a, b] = [it.getBoundingClientRect(), notice.getBoundingClientRect()];
        return Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
      });
      assert.equal(overlap, 0, slider);
    }
  });
});

/** What keeps the program from starting. */
const OBSTACLES = {
  'is not found': (page) => page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' })),
  'does not arrive': (page) => page.route('**/*.wasm', (route) => route.abort('connectionfailed')),
  'arrives broken': (page) => page.route('**/*.wasm', (route) =>
    route.fulfill({ status: 200, contentType: 'application/wasm', body: 'this is no program' })),
  'is forbidden by a policy': (page) => page.route((url) => url.pathname.endsWith('/'), async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    const policy = 'content-security-policy';
    assert.ok(headers[policy].includes("'wasm-unsafe-eval'"));
    headers[policy] = headers[policy].replace("'wasm-unsafe-eval'", '');
    await route.fulfill({ response, headers });
  }),
  'has no starter': (page) => page.route('**/start-*.js', (route) => route.fulfill({ status: 404, body: '' })),
  'is unknown to the browser': (page) => page.addInitScript(() => { delete globalThis.WebAssembly; }),
};

/** A page without its program: figure, reading, charts, tables and files, and nothing that waits for more. */
async function complete(page) {
  for (const part of ['#headline .figure', '#headline .reading', '#trend .reading', '#breakdown .reading']) {
    // What is far below has no inner text until it comes near.
    assert.match(await page.locator(part).textContent(), /\d/, part);
  }
  for (const block of ['strip-view', 'trend-chart', 'contributions-chart']) {
    assert.equal(await page.locator(`#${block} .picture > svg:visible`).count(), 1, `${block}: one layout is shown`);
  }
  await openTable(page);
  assert.equal(await page.locator('#trend-table tbody tr:visible').count(), MONTHS);
  await openTable(page, '#breakdown');
  assert.ok(await page.locator('#contributions-table tbody tr:visible').count() > 3);
  assert.equal(await page.locator('.controls:visible').count(), 0, 'no control is offered');
  for (const [name, start] of [['observations.csv', /^sector,start,end/], ['sources.csv', /^\w+,/]]) {
    const link = page.locator(`#data a[href$="${name}"]`);
    const response = await page.request.get(await link.evaluate((it) => it.href));
    assert.equal(response.status(), 200, name);
    assert.match(await response.text(), start, name);
  }
  const body = await page.locator('body').innerText();
  assert.ok(!/Loading|لائے جا رہے/.test(body), `it pretends to be loading:\n${body}`);
}

describe('when the program', () => {
  for (const [obstacle, before] of Object.entries(OBSTACLES)) {
    it(`${obstacle}, the page says so and stays complete`, async () => {
      for (const lang of ['en', 'ur']) {
        const page = await openPage({ lang, path: '/2023-10/', before, answers: false });
        const said = page.locator('#unstarted');
        await said.waitFor({ state: 'visible' })
          .catch(() => assert.fail(`${lang}: nothing is said`));
        assert.match(await said.innerText(), lang === 'ur' ? /شروع نہ ہو سکا/ : /could not start/);
        assert.equal(await page.locator('#stopped').isVisible(), false);
        assert.ok(await page.locator('html[data-static]').count(), 'nothing waits for the program');
        await complete(page);
        // The browser complains; that is what is tested here.
        page.troubles.length = 0;
        await page.finish();
      }
    });
  }

  it('has no list of sources, the page says so and does all else', async () => {
    for (const lang of ['en', 'ur']) {
      const before = (page) => page.route('**/sources-*.txt', (route) => route.fulfill({ status: 404, body: '' }));
      const page = await openPage({ lang, path: '/2023-10/', before });
      const lost = lang === 'ur' ? /ماخذوں کی فہرست نہیں پہنچی/ : /list of sources did not arrive/;
      assert.match(await page.locator('main > .notice').innerText(), lost);
      await openPrints(page);
      assert.match(await page.locator('#prints dl').first().innerText(), lost);
      assert.match(await page.locator('#prints dl').first().innerText(), lang === 'ur' ? /23\.8/ : /\$238 million/);
      await choose(page, 'measure-2');
      await waitForAddress(page, /measure=yoy/);
      page.troubles.length = 0;
      await page.finish();
    }
  });

  it('waits for the list of sources, it says so until it comes', async () => {
    let release;
    const gate = new Promise((resolved) => { release = resolved; });
    const before = (page) => page.route('**/sources-*.txt', async (route) => {
      await gate;
      await route.continue();
    });
    const page = await openPage({ path: '/2023-10/', before, answers: false });
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await openPrints(page);
    assert.match(await page.locator('#prints dl').first().innerText(), /on its way/);
    release();
    await page.locator('#prints dl a').first().waitFor();
    assert.equal(await page.locator('main > .notice').count(), 0);
    await page.finish();
  });

  it('stops later on, the page says so and stays as it was', async () => {
    const page = await openPage({ path: '/2023-10/' });
    await page.evaluate(() => { setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); });
    await page.locator('#stopped').waitFor({ state: 'visible' });
    assert.match(await page.locator('#stopped').innerText(), /has stopped/);
    assert.equal(await page.locator('#headline .figure').innerText(), '$238 million');
    page.troubles.length = 0;
  });

  it('runs, errors of others do not make it say that it stopped', async () => {
    const page = await openPage();
    await page.evaluate(() => { setTimeout(() => { throw new TypeError('of an extension'); }); });
    await page.waitForTimeout(200);
    assert.equal(await page.locator('#stopped').isVisible(), false);
    page.troubles.length = 0;
  });
});

for (const lang of ['en', 'ur']) {
  it(`without JavaScript the page is complete and does not miss it, in ${lang}`, async () => {
    const page = await openPage({ lang, path: '/2023-10/', javaScript: false });
    for (const notice of ['#unstarted', '#stopped', '#offer']) assert.equal(await page.locator(notice).isVisible(), false, notice);
    await complete(page);
  });
}

describe('when the clipboard', () => {
  const CASES = {
    refuses: (page) => page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    }),
    'is not there': (page) => page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
    }),
  };
  for (const [name, before] of Object.entries(CASES)) {
    it(`${name}, the text is offered to be copied by hand`, async () => {
      const page = await openPage({ path: '/2023-10/', before });
      for (const [block, sentence] of [
        // The month's is that by which the page is described to machines: on the page it is told in pieces.
        ['headline', await page.locator('meta[name=description]').getAttribute('content')],
        ['breakdown', await page.locator('#breakdown .reading[aria-live]').innerText()],
      ]) {
        assert.match(sentence, /October/);
        // The menu of what can be taken closes when the reader turns to something else.
        const buttons = {
          'Copy link': () => page.locator(`#${block} .actions`).getByRole('button', { name: 'Copy link' }),
          'Copy the sentence': () => takeaway(page, `#${block}`, 'Copy the sentence'),
        };
        for (const [button, expected] of [['Copy link', ''], ['Copy the sentence', sentence]]) {
          await (await buttons[button]()).click();
          const text = page.locator('textarea:visible');
          await text.waitFor().catch(() => assert.fail(`${block}: ${button}: no text is offered`));
          const offered = await text.inputValue();
          assert.ok(offered.startsWith(expected) && offered.endsWith(page.url()), offered);
          assert.ok(await text.evaluate((it) => it.readOnly && (it.labels.length > 0 || it.ariaLabel || it.getAttribute('aria-labelledby'))));
          assert.ok((await page.locator('body').innerText()).includes('did not allow copying'));
          await page.keyboard.press('Escape');
          assert.equal(await page.getByText('Copied.').count(), 0);
        }
      }
    });
  }
});

it('a view works in a frame that has no origin and no storage of its own', async () => {
  const page = await openPage();
  const source = new URL('/2023-10/', page.url()).href;
  // The policy forbids the page to hold frames: a page of the test's own does.
  await page.route('**/host.html', (route) => route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><title>host</title><iframe sandbox="allow-scripts" title="page" width="900" height="700" src="${source}"></iframe>`,
  }));
  await page.goto('/host.html');
  const frame = page.frameLocator('iframe');
  await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
  await frame.locator('#measure').selectOption({ index: 2 });
  const title = await frame.locator('#trend h2').innerText();
  await frame.locator('a.skip').press('Enter');
  assert.equal(await frame.locator('#headline .figure').innerText(), '$238 million');
  assert.equal(await frame.locator('#trend h2').innerText(), title, 'a link within the page keeps the view');
});

it('prints what was read, without controls', async () => {
  const page = await openPage({ path: '/2023-10/', width: 794, height: 1123 });
  await openTable(page);
  await page.emulateMedia({ media: 'print' });
  for (const shown of ['#headline .figure', '#headline .reading[aria-live]', '#trend canvas >> nth=0', '#breakdown canvas', '#trend-table table']) {
    assert.ok(await page.locator(shown).isVisible(), shown);
  }
  for (const hidden of ['.settings', '.actions >> nth=0', '#trend .picks', '#tree', '.steps >> nth=0']) {
    assert.equal(await page.locator(hidden).isVisible(), false, hidden);
  }
  const excess = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
  if (excess > 0) assert.fail(`${excess} px too wide: ${await screenshot(page, 'print')}`);
});
