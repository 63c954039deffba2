// The page for webmasters: what it gives away works on pages of others, says what the block says, and costs what it says.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { serveHosts } from '../embedding/hosts.mjs';
import { arrived, axe, becomes, openFile, openPage, screenshot, sidewaysScroll, withoutScripts } from './harness.mjs';

const LANGUAGES = ['en', 'ur'];
const BLOCKS = ['headline', 'trend', 'breakdown', 'drivers', 'peers', 'targets', 'data'];
const BELOW = ['breakdown', 'drivers', 'peers', 'targets'];

let server;
let hosts;
before(async () => { [server, hosts] = await Promise.all([serve(), serveHosts()]); });
after(() => Promise.all([server.close(), hosts.close()]));

/** Opens the page for webmasters; it answers at once. */
async function openBuilder(query = '', options = {}) {
  const page = await openPage({ path: `/embed/${query}`, answers: false, ...options });
  if (options.javaScript !== false) await page.locator('#maker').waitFor();
  return page;
}

const snippet = (page) => page.locator('#snippet').inputValue();

/** Waits until the snippet is as expected, and resolves to it. */
const snippetBecomes = (page, expected) => becomes(expected, () => snippet(page));

const pick = (page, name, value) => page.locator(`label:has(input[name="${name}"][value="${value}"])`).click();

/** What stands in the link of a snippet, and its other parts, as a browser reads them: this page's forbids styles. */
const read = (page, html) => page.evaluate((html) => {
  const { body } = new DOMParser().parseFromString(html.replaceAll(/ style="[^"]*"/g, ''), 'text/html');
  const attributes = (it) => it && Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value]));
  return {
    link: body.querySelector('a').textContent,
    page: body.querySelector('a').href,
    frame: attributes(body.querySelector('iframe')),
    element: attributes(body.querySelector('it-exports')),
    script: attributes(body.querySelector('script')),
  };
}, html);

/** Waits until all three heights are known. */
const measured = (page) => page.waitForFunction(
  () => [...document.querySelectorAll('#heights td')].every((it) => /\d/.test(it.textContent)),
  null,
  { timeout: 30_000 },
);

describe('the menu of a block leads to the page for webmasters', () => {
  const cases = [
    ['/2023-10/?measure=yoy', 'en', 'trend', 'month=2023-10&measure=yoy'],
    ['/2023-10/', 'ur', 'headline', 'month=2023-10'],
    ['/?chart=pairs&num=pk', 'ur', 'breakdown', 'chart=pairs&num=pk'],
    ['/?chart=fy', 'en', 'trend', 'chart=fy'],
    ['/embed/peers/', 'en', 'peers', ''],
  ];
  for (const [path, lang, block, view] of cases) {
    it(`with its view: ${lang} ${path}`, async () => {
      const page = await openPage({ path, lang });
      await arrived(page);
      const shown = (await page.locator(`#${block} .reading`).first().innerText()).trim();
      const link = page.locator(`#${block} .actions a`).first();
      // From a block alone it opens beside it.
      if (path.startsWith('/embed/')) await page.goto(await link.getAttribute('href'));
      else await link.click();
      await page.locator('#maker').waitFor();
      assert.equal(new URL(page.url()).pathname, lang === 'ur' ? '/ur/embed/' : '/embed/');
      assert.equal(await page.locator('[name=block]:checked').inputValue(), block);
      assert.equal(await page.locator('#view').inputValue(), view);
      const text = await snippetBecomes(page, (it) => it.includes(shown.slice(0, 60)));
      const { link: says, frame } = await read(page, text);
      assert.equal(says, shown, 'the link says what the block said');
      const { origin } = new URL(page.url());
      assert.equal(frame.src, `${origin}/${lang === 'ur' ? 'ur/' : ''}embed/${block}/?fit=1${view && `&${view}`}`);
    });
  }
});

it('a file that stands alone has no such page beside it', async () => {
  const page = await openFile('it-exports-en.html');
  await page.locator('#trend .take > summary').click();
  await page.locator('#trend .take button').first().waitFor();
  assert.equal(await page.locator('.actions a').count(), 0);
});

describe('a snippet', () => {
  for (const lang of LANGUAGES) {
    it(`of a block as it is at first is the one that stands on the page anyway, in ${lang}`, async () => {
      const page = await openBuilder('', { lang });
      const still = await page.locator('#ways pre').allInnerTexts();
      const heights = (it) => it.replaceAll(/(height="|height:)\d+/g, '$1…');
      for (const [place, starts] of [/^<iframe src="[^"]*\?fit=1"/, /^<iframe src="[^"?]*"/, /^<it-exports/].entries()) {
        await pick(page, 'way', String(place + 1));
        assert.equal(heights(await snippetBecomes(page, starts)), heights(still[place]));
      }
    });

    it(`keeps as much room free as each block needs in a usual column, in ${lang}`, { timeout: 240_000 }, async () => {
      const page = await openBuilder('?block=headline&way=2', { lang });
      for (const block of BLOCKS) {
        await pick(page, 'block', block);
        await snippetBecomes(page, new RegExp(`/embed/${block}/`));
        await measured(page);
        const room = Number(await page.locator(`[name=block][value=${block}]`).getAttribute(`data-${lang}-room`));
        const measuredAt600 = async () => Number((await page.locator('#heights td[data-width="600"]').innerText()).replaceAll(',', ''));
        await becomes(true, async () => (await snippet(page)).includes(` height="${await measuredAt600()}"`));
        const high = await measuredAt600();
        // A reading may have a line more from month to month.
        assert.ok(Math.abs(room - high) <= high / 10, `${block}: ${room} kept free, ${high} needed`);
      }
    });
  }

  it('leaves out what no view has, and writes nothing unescaped', async () => {
    const page = await openBuilder('?block=trend&month=2023-10&evil=1&measure=yoy&from=%22%3E%3Cscript%3E&accent=%3Cb%3E&paper=fdf6e3');
    const { frame } = await read(page, await snippet(page));
    assert.equal(new URL(frame.src).search, '?fit=1&month=2023-10&measure=yoy&paper=fdf6e3');
    await page.locator('#view').fill('https://example.org/x/2024-05/?freq=q&who=knows&theme=dark#trend');
    await page.locator('#view').press('Tab');
    const text = await snippetBecomes(page, /freq=q/);
    assert.equal(new URL((await read(page, text)).frame.src).search, '?fit=1&month=2024-05&freq=q&theme=dark&paper=fdf6e3');
    assert.equal(await page.locator('[name=theme]:checked').inputValue(), 'dark');
    assert.equal(await page.locator('#view').inputValue(), 'month=2024-05&freq=q');
    await page.locator('#view').fill('https://example.org/x/ur/embed/peers/?chart=index');
    await page.locator('#view').press('Tab');
    await snippetBecomes(page, /embed\/peers\/\?fit=1&amp;chart=index&amp;theme=dark/);
  });

  it('follows what is done in its preview', async () => {
    const page = await openBuilder('?block=trend&way=2');
    const frame = page.frameLocator('#column iframe');
    await page.locator('#column').scrollIntoViewIfNeeded();
    await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
    await frame.locator('#measure').selectOption({ index: 2 });
    const text = await snippetBecomes(page, /measure=yoy/);
    assert.equal(await page.locator('#view').inputValue(), 'measure=yoy');
    await snippetBecomes(page, (it) => it !== text);
    const says = (await frame.locator('#trend .reading').first().innerText()).trim();
    await snippetBecomes(page, (it) => it.includes(says.slice(0, 50)));
  });

  it('is pinned to the latest day, or live', async () => {
    const page = await openBuilder('?block=headline');
    await pick(page, 'figures', 'pinned');
    const text = await snippetBecomes(page, /vintage=20\d\d-\d\d-\d\d/);
    const day = /vintage=([\d-]+)/.exec(text)[1];
    const pages = await page.evaluate(() => fetch('../v/index.json').then((it) => it.text()));
    assert.equal(day, pages.match(/\d{4}-\d\d-\d\d/g).sort().at(-1), 'the last day on which anything was published');
    await pick(page, 'figures', 'live');
    await snippetBecomes(page, (it) => !it.includes('vintage'));
    // A day of one's own.
    await page.goto(`${new URL(page.url()).pathname}?block=headline&vintage=2024-01-15`);
    await page.locator('#maker').waitFor();
    assert.equal(await page.locator('#day').innerText(), '2024-01-15');
    assert.match(await snippet(page), /embed\/headline\/\?fit=1&amp;vintage=2024-01-15"/);
  });

  for (const way of ['1', '2', '3']) {
    for (const lang of LANGUAGES) {
      it(`works on a page of somebody else's: way ${way}, ${lang}`, async () => {
        const builder = await openBuilder(`?block=trend&way=${way}&month=2023-10&measure=yoy&accent=0b6e4f`, { lang });
        // Of another site than the page it is pasted into.
        const own = new URL(builder.url()).origin;
        const text = await snippetBecomes(builder, (it) => /<a [^>]*>[^<]{90,}/.test(it));
        const { link, script } = await read(builder, text);
        assert.equal(Boolean(script), way !== '1');
        const page = await openPage({ origin: hosts.url, path: new URL(hosts.add(text.replaceAll(own, server.url))).pathname, answers: false });
        const inside = way === '3' ? page.locator('it-exports').locator('iframe') : page.locator('iframe');
        const frame = inside.contentFrame();
        await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
        assert.equal((await frame.locator('#trend .reading').first().innerText()).trim(), link);
        assert.equal(await frame.locator('html').getAttribute('lang'), lang);
        assert.equal(await frame.locator('#measure').evaluate((it) => it.selectedIndex), 2);
        if (way !== '1') {
          await page.waitForFunction(() => {
            const frame = document.querySelector('iframe') ?? document.querySelector('it-exports').shadowRoot.querySelector('iframe');
            return frame.clientHeight > 600;
          });
        }
        const outside = new RegExp(`^request outside its origin: ${server.url}/`);
        page.troubles = page.troubles.filter((it) => !outside.test(it));
      });
    }
  }
});

describe('copying', () => {
  it('puts the snippet, or a line of code, on the clipboard and says so', async () => {
    const page = await openBuilder('', { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.locator('#copy').click();
    await becomes('Copied.', () => page.locator('#told').innerText());
    assert.equal(await copied(), await snippet(page));
    await page.locator('#policy pre + button').last().click();
    const { origin } = new URL(page.url());
    await becomes(`frame-src ${origin}/; script-src ${origin}/embed.js`, copied);
  });

  it('where the browser refuses, selects what is to be copied and says so', async () => {
    const refuse = (page) => page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
    });
    const page = await openBuilder('', { before: refuse });
    await page.locator('#copy').click();
    await becomes(/refused.*selected/, () => page.locator('#told').innerText());
    const selected = await page.evaluate(() => {
      const { value, selectionStart, selectionEnd } = document.activeElement;
      return value.slice(selectionStart, selectionEnd);
    });
    assert.equal(selected, await snippet(page));
    await page.locator('#policy pre + button').first().click();
    await becomes(/^frame-src http/, () => page.evaluate(() => getSelection().toString()));
  });
});

it('by keyboard alone: a block, a way, and the copy', async () => {
  const page = await openBuilder('', { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const tabTo = async (selector) => {
    for (let tries = 0; tries < 60; tries += 1) {
      if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not reach ${selector}`);
  };
  await tabTo('[name=block]');
  await page.keyboard.press('ArrowRight');
  await snippetBecomes(page, /embed\/breakdown\//);
  await tabTo('[name=way]');
  await page.keyboard.press('ArrowRight');
  await snippetBecomes(page, /embed\.js/);
  await tabTo('#copy');
  await page.keyboard.press('Enter');
  await page.locator('#told:not(:empty)').waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /embed\/breakdown\/"/);
  await tabTo('.preview');
});

describe('for everyone', () => {
  for (const lang of LANGUAGES) {
    for (const theme of ['light', 'dark']) {
      it(`axe finds nothing wrong, all folds open: ${lang}, ${theme}`, async () => {
        const page = await openBuilder('?block=headline', { lang, theme });
        await measured(page);
        for (const fold of await page.locator('main details > summary').all()) await fold.click();
        await page.locator('#copy').click();
        assert.deepEqual(await axe(page, 'main'), []);
      });
    }

    it(`nothing scrolls sideways on 320 pixels, in ${lang}`, async () => {
      const page = await openBuilder('?block=trend&way=3&month=2023-10&sector=computer.freelance,telecom', { lang, width: 320 });
      for (const fold of await page.locator('main details > summary').all()) await fold.click();
      await pick(page, 'column', '1000');
      assert.equal(await page.locator('#column').evaluate((it) => it.offsetWidth), 1000);
      const excess = await sidewaysScroll(page);
      if (excess > 0) assert.fail(`${excess} px too wide: ${await screenshot(page, `builder-${lang}`)}`);
    });

    it(`without JavaScript it says everything that it does not make, in ${lang}`, async () => {
      const page = await openBuilder('', { lang, javaScript: false });
      assert.equal(await page.locator('#maker').isVisible(), false);
      assert.equal(await page.locator('#shown').isVisible(), false);
      assert.equal(await page.locator('#still').isVisible(), true);
      assert.equal(await page.locator('#ways pre').count(), 3);
      assert.match(await page.locator('#policy').innerText(), /frame-src /);
      assert.equal(await page.locator('#recipes summary').count(), 8);
    });
  }

  it('axe finds nothing wrong without JavaScript', async () => {
    const page = await openPage({ path: '/embed/', before: withoutScripts, answers: false });
    for (const fold of await page.locator('#recipes summary').all()) await fold.click();
    assert.deepEqual(await axe(page, 'main'), []);
  });
});

describe('what it says of weight and time is true', () => {
  it('kilobytes are what a browser loads', { timeout: 120_000 }, async () => {
    const builder = await openBuilder();
    const said = await builder.locator('#cost tbody tr').evaluateAll((rows) => rows.map((it) => [it.dataset.block, ...[...it.cells].slice(1).map((cell) => Number(cell.textContent))]));
    assert.deepEqual(said.map(([block]) => block), BLOCKS);
    for (const [block, toRead, untilAnswer, more] of said) {
      let bytes = 0;
      const count = (page) => page.on('response', (response) => {
        // The list of sources comes after that.
        if (!/sources-/.test(response.url())) bytes += Number(response.headers()['content-length'] ?? 0);
      });
      const page = await openPage({ path: `/embed/${block}/`, before: count });
      // The icon is not the block's.
      const isSaid = () => Math.abs(bytes / 1000 - untilAnswer) < 3;
      await becomes(true, isSaid);
      // And no more of it comes.
      await page.waitForTimeout(200);
      assert.ok(isSaid(), `${block}: ${untilAnswer} kB said, ${bytes} bytes loaded`);
      assert.ok(toRead > 5 && toRead < untilAnswer / 3, `${block}: ${toRead}`);
      assert.equal(more === 0, BELOW.includes(block) || block === 'data', `${block}: ${more} more`);
      await page.finish();
    }
    const size = (await (await fetch(`${server.url}/embed.js`, { headers: { 'Accept-Encoding': 'br' } })).headers.get('content-length'));
    assert.match(await builder.locator('#cost').innerText(), new RegExp(`${Number(size).toLocaleString('en')} bytes`));
  });

  it('the time is that of the preview', async () => {
    const page = await openBuilder('?block=headline');
    await page.locator('#column').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => /\d\.\d seconds/.test(document.getElementById('answered').textContent));
    const [said, took] = await page.evaluate(() => [
      Number(/(\d+\.\d) seconds/.exec(document.getElementById('answered').textContent)[1]),
      document.querySelector('#column iframe').contentWindow.performance.getEntriesByName('interactive')[0].startTime / 1000,
    ]);
    assert.ok(said >= took - 0.1 && said < took + 2, `${said} said, ${took} measured`);
  });
});

describe('the test of a page', () => {
  const tested = async (body, options = {}) => {
    const page = await openPage({ origin: hosts.url, path: new URL(hosts.add(body, options)).pathname, answers: false });
    const list = page.locator('section li');
    await page.waitForFunction(() => {
      const root = [...document.querySelectorAll('div')].find((it) => it.shadowRoot)?.shadowRoot;
      return root?.querySelector('li') && !root.querySelector('p');
    }, null, { timeout: 40_000 });
    const lines = await list.evaluateAll((all) => all.map((it) => [it.className, it.textContent]));
    page.troubles = page.troubles.filter((it) => !it.startsWith(`request outside its origin: ${server.url}/`));
    return { page, lines, of: (how) => lines.filter(([it]) => it === how).map(([, text]) => text) };
  };
  const script = (lang = 'en') => `<meta name="viewport" content="width=device-width"><script async src="${server.url}/embed-test.js" lang="${lang}"></script>`;

  for (const lang of LANGUAGES) {
    it(`finds nothing wrong on a good page, and takes itself away, in ${lang}`, async () => {
      const { page, of, lines } = await tested(script(lang));
      assert.deepEqual([...of('fails'), ...of('look')], []);
      assert.equal(lines.length, 7);
      assert.deepEqual(await axe(page, 'main'), []);
      await page.locator('section button').click();
      assert.equal(await page.locator('iframe, section, script[src*=embed-test]').count(), 0);
    });
  }

  it('names what a policy refuses, and the line that is missing', async () => {
    const { page, of } = await tested(script(), { policy: `default-src 'self'; script-src ${server.url}/embed-test.js; style-src 'unsafe-inline'; img-src data:` });
    const fails = of('fails').join('\n');
    assert.match(fails, new RegExp(`script-src ${server.url}/embed.js`));
    assert.match(fails, new RegExp(`frame-src ${server.url}/`));
    assert.match(fails, /refused .* by frame-src/);
    page.troubles = [];
  });

  it('sees sandboxes, frames without a title, narrow columns and heights that are fixed', async () => {
    const frames = ['sandbox=""', 'sandbox="allow-scripts" title="One"'].map((it) => `<iframe src="${server.url}/embed/headline/" ${it}></iframe>`);
    const { page, of } = await tested(`<style>#narrow { width: 200px } #narrow iframe { height: 150px !important }</style>
      <div id="narrow"><script async src="${server.url}/embed-test.js"></script></div>${frames.join('')}`);
    const fails = of('fails').join('\n');
    assert.match(fails, /sandbox="", without allow-scripts/);
    assert.match(fails, /only 200 pixels/);
    assert.match(fails, /height does not follow/);
    const look = of('look').join('\n');
    assert.match(look, /sandbox="allow-scripts".*allow-downloads/);
    assert.match(look, /has no title/);
    assert.match(look, /name="viewport"/);
    page.troubles = [];
  });
});
