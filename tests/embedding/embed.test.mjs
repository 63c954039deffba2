// Blocks on pages of others, in three engines: what `static/frame` and `static/embed.js` promise. The pages come from
// another origin than the blocks. Each case leaves a row in target/embedding.json, of which scripts/embedding-table.mjs
// makes the table in docs/embedding.md.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { serve } from '../../scripts/serve.mjs';
import { ENGINES } from './engines.mjs';
import { serveHosts, serveInPieces, serveUnder, snippet } from './hosts.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BLOCKS = ['headline', 'trend', 'breakdown', 'drivers', 'peers', 'targets', 'data'];
const WIDTHS = [280, 320, 412, 768, 1100];
const require = createRequire(import.meta.url);

const [server, hosts] = await Promise.all([serve(), serveHosts()]);
const site = server.url;
const rows = [];

after(async () => {
  await Promise.all([server.close(), hosts.close()]);
  mkdirSync(join(ROOT, 'target'), { recursive: true });
  // They come as the engines get on.
  const order = Object.keys(ENGINES);
  rows.sort((one, other) => order.indexOf(one.engine) - order.indexOf(other.engine));
  writeFileSync(join(ROOT, 'target/embedding.json'), `${JSON.stringify(rows, null, 2)}\n`);
});

/** Chooses a measure, as a reader does in its list: for `inFrame`. */
function measure(place) {
  const list = document.querySelector('#measure');
  list.selectedIndex = place;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The element of the frame at this place on the page, inside an element or not: for `inFrame`. */
const nth = (place) => Object.assign(() => {}, {
  toString: () => `() => [...document.querySelectorAll('iframe, it-exports')].map((it) => it.shadowRoot?.querySelector('iframe') ?? it)[${place}]`,
});

/** In a frame: how it is. */
const look = () => {
  const root = document.documentElement;
  const heading = [...document.querySelectorAll('h1, h2, .figure')].find((it) => it.checkVisibility());
  return {
    width: innerWidth,
    height: innerHeight,
    content: Math.ceil(root.getBoundingClientRect().height),
    over: Math.max(0, root.scrollHeight - innerHeight),
    sideways: Math.max(0, root.scrollWidth - innerWidth),
    lang: root.lang,
    isReady: 'ready' in root.dataset,
    isStatic: 'static' in root.dataset,
    fit: root.dataset.fit ?? '',
    heading: heading?.innerText ?? '',
  };
};

/** Asks until the answer passes; what it is not, when it never will: also on a machine that has much else to do. */
async function until(what, read, passes) {
  const end = Date.now() + 90_000;
  for (;;) {
    let value;
    try {
      value = await read();
      if (passes(value)) return value;
    } catch (error) {
      // A frame that is being loaded anew has nobody to ask.
      value = String(error);
    }
    if (Date.now() > end) assert.fail(`${what}: ${JSON.stringify(value)}`);
    await wait(30);
  }
}

const isWhole = (it) => it.content > 0 && it.height === it.content && it.over === 0 && it.sideways === 0;

/** Waits until a frame is here with its program, as high as what is in it, and, if said, so wide. */
const whole = (page, place, { what = `frame ${place}`, width } = {}) =>
  until(what, () => page.inFrame(nth(place), look), (it) => it.isReady && isWhole(it) && (!width || it.width === width));

/** Waits until a frame's program answers. */
const answering = (page, place) => until(`frame ${place}`, () => page.inFrame(nth(place), look), (it) => it.isReady);

const setWidth = (page, width) => page.ask((width) => { document.getElementById('column').style.width = `${width}px`; }, width);
const show = (page, place) => page.ask((place) => {
  [...document.querySelectorAll('iframe, it-exports')][place].scrollIntoView({ behavior: 'instant' });
}, place);

/** What happens to all frames is written down: for hosts' pages. */
const LISTEN = `<script>
  events = []; sizes = []; arrivals = [];
  for (const name of ['ready', 'change', 'error']) addEventListener('it-exports-' + name, ({ target, detail }) => events.push({ name, target: target.localName, ...detail }));
  addEventListener('message', ({ data }) => { if (data && data.type === 'it-exports:size') { sizes.push(data.height); arrivals.push(performance.now()); } });
</script>`;
const events = (page, name) => page.ask((name) => globalThis.events.filter((it) => it.name === name), name);
const event = async (page, name) => (await until(`the event ${name}`, () => events(page, name), (it) => it.length > 0)).at(-1);
const post = (page, message, place = 0) => page.ask((place, message) => {
  const frame = [...document.querySelectorAll('iframe, it-exports')].map((it) => it.shadowRoot?.querySelector('iframe') ?? it)[place];
  frame.contentWindow.postMessage(message, '*');
}, place, message);

/** What is wrong on pages that shall have nothing wrong; `but`: what is meant to be refused there. */
function assertNoTroubles(page, but) {
  assert.deepEqual(page.troubles.filter((it) => !but?.test(it)), []);
}

// Engines beside each other: each waits most of the time.
describe('blocks on pages of others', { concurrency: true }, () => {
  for (const [name, start] of Object.entries(ENGINES)) {
    describe(`in ${name}`, { concurrency: 1 }, () => {
      let engine;
      before(async () => { engine = await start(); });
      after(() => engine?.close());

      /** A case: its page is closed, its result is kept. */
      function shows(what, run) {
        it(what, { timeout: 900_000 }, async () => {
          const opened = [];
          const open = async (body, options) => {
            const page = await engine.open(hosts.add(body, options), options);
            opened.push(page);
            return page;
          };
          let result = 'fails';
          try {
            result = (await run(open)) ?? 'passes';
          } finally {
            rows.push({ case: what, engine: name, result });
            for (const page of opened) await page.close();
          }
        });
      }

      for (const tier of [2, 3]) {
        for (const lang of ['en', 'ur']) {
          const way = tier === 2 ? '<iframe> with embed.js' : '<it-exports>';
          shows(`${way}, ${lang}: every block at ${WIDTHS.join(', ')} px is as high as what is in it`, async (open) => {
            const page = await open(BLOCKS.map((block) => snippet(site, tier, { block, lang })).join(''));
            for (const width of WIDTHS) {
              await setWidth(page, width);
              for (const [place, block] of BLOCKS.entries()) {
                // Browsers do not lay out frames of others that are out of sight.
                await show(page, place);
                const it = await whole(page, place, { what: `${block} at ${width}`, width });
                assert.equal(it.lang, lang);
                assert.ok(it.heading, block);
              }
            }
            assertNoTroubles(page);
            return `passes: ${BLOCKS.length * WIDTHS.length} of ${BLOCKS.length * WIDTHS.length}`;
          });
        }
      }

      for (const lang of ['en', 'ur']) {
        const heights = [320, 520];
        shows(`<iframe> alone (fit=1), ${lang}: every block at ${WIDTHS.join(', ')} px, ${heights.join(' and ')} px high, never scrolls inside`, async (open) => {
          const page = await open(BLOCKS.map((block) => snippet(site, 1, { block, lang, height: 320 })).join(''));
          for (const [place] of BLOCKS.entries()) {
            await show(page, place);
            await answering(page, place);
          }
          for (const height of heights) {
            for (const width of WIDTHS) {
              await setWidth(page, width);
              await page.ask((height) => { for (const it of document.querySelectorAll('iframe')) it.style.height = `${height}px`; }, height);
              for (const [place, block] of BLOCKS.entries()) {
                await show(page, place);
                const it = await until(`${block}, ${width} × ${height}`, () => page.inFrame(nth(place), look),
                  (it) => it.height === height && it.width === width && it.content <= height && it.over === 0 && it.sideways === 0 && it.fit !== 'open');
                assert.ok(it.heading, block);
                // Whatever is folded away, never what the block is for: its picture, the lines of its cards, its files.
                await until(`what ${block} is for, ${width} × ${height}`, () => page.inFrame(nth(place), () => ({
                  ...document.documentElement.dataset,
                  seen: [...document.querySelectorAll('.strip canvas, .chart canvas, .lines li, #data :is(ol, .button)')]
                    .filter((it) => it.checkVisibility()).map((it) => it.getBoundingClientRect()).some((it) => it.height > 20 && it.top < innerHeight),
                })), (it) => it.seen);
              }
            }
          }
          assertNoTroubles(page);
          return `passes: ${BLOCKS.length * WIDTHS.length * heights.length} of ${BLOCKS.length * WIDTHS.length * heights.length}`;
        });
      }

      shows('what a small frame has folded away opens and folds again, and scrolls only while open', async (open) => {
        const page = await open(snippet(site, 1, { height: 400 }));
        await setWidth(page, 320);
        await answering(page, 0);
        const press = () => page.inFrame(nth(0), () => {
          const button = document.querySelector('#fold button');
          button.click();
          const { overflowY } = getComputedStyle(document.documentElement);
          return [button.getAttribute('aria-expanded'), overflowY, document.documentElement.scrollHeight > innerHeight, document.querySelector('#trend-table').checkVisibility()];
        });
        await until('folded', () => page.inFrame(nth(0), look), (it) => it.fit === 'folded');
        assert.deepEqual(await press(), ['true', 'visible', true, true]);
        assert.deepEqual(await press(), ['false', 'hidden', false, false]);
        // Given more room, it takes it.
        await page.ask(() => { document.querySelector('iframe').style.height = '2500px'; });
        await until('whole', () => page.inFrame(nth(0), look), (it) => it.fit === 'whole' && it.over === 0);
        assertNoTroubles(page);
      });

      shows('<iframe> alone (fit=1): a picture that has become too high is made smaller, until it is lower again', async (open) => {
        const page = await open(snippet(site, 1, { height: 320 }));
        await setWidth(page, 280);
        await answering(page, 0);
        const picture = (high) => page.inFrame(nth(0), (high) => {
          const svg = document.querySelector('#trend-chart > svg');
          const was = svg.getAttribute('height');
          if (high) svg.setAttribute('height', high);
          return { was, seen: svg.checkVisibility(), fold: document.documentElement.dataset.fold ?? '' };
        }, high);
        const { was } = await until('its picture', picture, (it) => it.was < 220 && it.seen);
        await picture('900');
        await until('too high', picture, (it) => it.seen && it.fold.includes('smaller'));
        await picture(was);
        await until('as it was', picture, (it) => it.seen && !it.fold.includes('smaller'));
        assertNoTroubles(page);
      });

      shows('sandbox="allow-scripts": height, state and theme, and words for what it refuses', async (open) => {
        const page = await open(LISTEN + [2, 3].flatMap((tier) => ['trend', 'data'].map((block) => snippet(site, tier, { block, attributes: 'sandbox="allow-scripts"' }))).join(''));
        for (const place of [0, 1, 2, 3]) {
          await show(page, place);
          await whole(page, place);
          assert.equal(await page.inFrame(nth(place), () => globalThis.origin), 'null');
        }
        assert.equal((await event(page, 'ready')).static, false);
        await post(page, { type: 'it-exports:state', v: 1, state: 'measure=yoy&theme=dark' });
        await until('the view asked for', () => page.inFrame(nth(0), () => [document.documentElement.dataset.theme, document.querySelector('#measure')?.selectedIndex]),
          (it) => it[0] === 'dark' && it[1] === 2);
        await whole(page, 0);
        const word = await page.inFrame(nth(1), () => {
          document.querySelector('#data a[download$=".csv"]').click();
          const told = document.getElementById('unopened');
          return [told.checkVisibility(), told.querySelector('bdi').textContent];
        });
        assert.equal(word[0], true);
        assert.ok(word[1].startsWith(`${site}/data/`), word[1]);
        const copied = await page.inFrame(nth(2), async () => {
          document.querySelector('#trend .take').open = true;
          const csv = () => document.querySelectorAll('#trend .take button')[5];
          while (!csv()) await new Promise((done) => { setTimeout(done, 30); });
          csv().click();
          for (let tries = 0; tries < 300 && !document.querySelector('dialog[open] textarea')?.value; tries += 1) {
            await new Promise((done) => { setTimeout(done, 30); });
          }
          return document.querySelector('dialog[open] textarea')?.value;
        });
        assert.match(copied, /^\uFEFF?start,end/);
        assertNoTroubles(page, /sandbox|Blocked opening/);
      });

      shows('sandbox="allow-scripts" under a policy that names only \'self\'', async (open) => {
        const strict = await serveUnder(site, (policy) => policy.replaceAll(/ http:[^\s;]+/g, ''));
        try {
          const attributes = 'sandbox="allow-scripts"';
          const page = await open(LISTEN + [2, 3].map((tier) => snippet(strict.url, tier, { block: 'peers', attributes, patience: 1 })).join(''));
          if (name !== 'WebKit') {
            for (const place of [0, 1]) {
              await show(page, place);
              await whole(page, place);
            }
            assertNoTroubles(page);
            return 'passes: as with the address';
          }
          // There 'self' is nothing without an origin: no style and no script, so the frame stays as it is in the snippet.
          await show(page, 0);
          const it = await until('the page as it is written', () => page.inFrame(nth(0), STILL), (it) => it.parsed);
          assert.equal(it.styled, false);
          assert.equal(it.isReady, false);
          assert.equal(it.height, 520);
          assert.equal(it.overflow, 'visible');
          assert.ok(it.heading && it.reading && it.rows > 3, JSON.stringify(it));
          // The element has what stands in it.
          await show(page, 1);
          assert.equal((await event(page, 'error')).reason, 'timeout');
          assert.equal(await page.ask(() => document.querySelector('it-exports a').checkVisibility()), true);
          assert.deepEqual(await page.ask(() => globalThis.sizes), []);
          return 'passes: the still page, unstyled, to be scrolled; in the element its link';
        } finally {
          await strict.close();
        }
      });

      shows('a host whose own policy forbids all but this site', async (open) => {
        const body = [2, 3].map((tier) => snippet(site, tier, { block: 'headline' })).join('');
        const page = await open(body, { policy: `default-src 'none'; script-src ${site}; frame-src ${site}; require-trusted-types-for 'script'` });
        for (const place of [0, 1]) await whole(page, place);
        // The snippet's own style is inline, and all that it does is to take a border away.
        assertNoTroubles(page, /inline style|Content-Security-Policy|'data:,'/);
      });

      shows('where WebAssembly is refused, the still page is there, as high as it is, and says so', async (open) => {
        const strict = await serveUnder(site, (policy) => policy.replace(" 'wasm-unsafe-eval'", ''));
        try {
          const page = await open(LISTEN + [2, 3].map((tier) => snippet(strict.url, tier, { block: 'peers' })).join(''));
          for (const place of [0, 1]) {
            await show(page, place);
            const it = await until('the still page', () => page.inFrame(nth(place), look), (it) => it.isStatic && isWhole(it));
            assert.ok(it.heading);
            assert.ok(await page.inFrame(nth(place), () => document.getElementById('unstarted').checkVisibility() && document.querySelector('#peers .picture').checkVisibility()));
          }
          const ready = await event(page, 'ready');
          assert.deepEqual([ready.static, ready.block], [true, 'peers']);
        } finally {
          await strict.close();
        }
      });

      shows('ten on a page, five of them put there later by a script, three taken away again', async (open) => {
        const page = await open(LISTEN + BLOCKS.slice(0, 5).map((block, place) => snippet(site, 2 + (place % 2), { block })).join(''));
        await page.ask((site) => {
          const column = document.getElementById('column');
          for (const block of ['headline', 'trend', 'headline', 'data', 'headline']) {
            const element = document.createElement(block === 'headline' ? 'it-exports' : 'iframe');
            if (block === 'headline') element.setAttribute('block', block);
            else element.src = `${site}/embed/${block}/`;
            column.append(element);
          }
        }, site);
        for (let place = 0; place < 10; place += 1) {
          await show(page, place);
          await whole(page, place);
        }
        await page.ask(() => {
          globalThis.gone = [];
          for (const place of [9, 6, 1]) {
            const element = document.querySelectorAll('iframe, it-exports')[place];
            globalThis.gone.push(new WeakRef(element), new WeakRef(element.shadowRoot?.firstChild ?? element));
            element.remove();
          }
          globalThis.events = [];
        });
        await setWidth(page, 500);
        for (let place = 0; place < 7; place += 1) {
          await show(page, place);
          await whole(page, place, { width: 500 - (await page.ask(BORDER, place)) });
        }
        assert.deepEqual(await events(page, 'error'), []);
        assertNoTroubles(page);
        if (!page.playwright) return 'passes';
        // Nothing keeps what is gone.
        const debug = await page.playwright.context().newCDPSession(page.playwright);
        await until('what is gone is let go', async () => {
          await debug.send('HeapProfiler.collectGarbage');
          return page.ask(() => globalThis.gone.filter((it) => it.deref()).length);
        }, (left) => left === 0);
        return 'passes; what is gone is let go';
      });

      shows('blocks of two sites on one page, whatever script comes first', async (open) => {
        const other = await serveUnder(site, (policy) => policy);
        try {
          const page = await open(LISTEN + [snippet(site, 2), snippet(other.url, 2), snippet(site, 3, { block: 'headline' })].join(''));
          for (const place of [0, 1, 2]) {
            await show(page, place);
            await whole(page, place);
          }
          // Each is told once, although the script of its site stands there twice.
          await until('ready', () => events(page, 'ready'), (it) => it.length >= 3);
          for (const place of [0, 1]) await page.inFrame(nth(place), measure, 2);
          await until('changes', () => events(page, 'change'), (it) => it.length >= 2);
          await wait(300);
          assert.equal((await events(page, 'change')).length, 2);
          assertNoTroubles(page);
        } finally {
          await other.close();
        }
      });

      shows('an element that is moved, or taken away before it is ready and put back', async (open) => {
        const page = await open(`${LISTEN}${snippet(site, 3, { block: 'headline', patience: 0.2 })}<div id="elsewhere"></div>`);
        await until('embed.js', () => page.ask(() => customElements.get('it-exports') !== undefined), Boolean);
        await page.ask(() => {
          globalThis.element = document.createElement('it-exports');
          globalThis.element.setAttribute('block', 'targets');
          globalThis.element.setAttribute('patience', '0.2');
          globalThis.element.append('Instead');
          document.getElementById('column').prepend(globalThis.element);
          globalThis.element.remove();
        });
        await wait(500);
        assert.deepEqual((await events(page, 'error')).filter((it) => it.block === 'targets'), []);
        await page.ask(() => document.getElementById('elsewhere').append(globalThis.element));
        await show(page, 1);
        await whole(page, 1);
        await whole(page, 0);
        // Elsewhere it is loaded anew; until then what stands in it is seen, as at first.
        await page.ask(() => document.getElementById('column').prepend(globalThis.element));
        for (const place of [0, 1]) {
          await show(page, place);
          await whole(page, place);
        }
        assert.deepEqual(await page.ask(() => [...document.querySelectorAll('it-exports')].map((it) => [
          it.shadowRoot.querySelectorAll('iframe').length, it.shadowRoot.querySelector('slot').checkVisibility(),
        ])), [[1, false], [1, false]]);
        assertNoTroubles(page);
      });

      shows('an element that comes after its script: its title, what its page does to its body, attributes that are not its own', async (open) => {
        const element = `<it-exports block="headline" lang="en" itemprop="one two">\n  <a href="#">The reading</a></it-exports>`;
        const page = await open(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
          <style>.night { --it-exports-theme: dark }</style><script src="${site}/embed.js"></script>${LISTEN}<body>${element}</body></html>`, { type: 'text/html; charset=utf-8' });
        await whole(page, 0);
        await event(page, 'ready');
        const title = () => page.ask(() => document.querySelector('it-exports').shadowRoot.querySelector('iframe').title);
        assert.equal(await title(), 'The reading');
        await page.ask(() => { document.querySelector('it-exports').title = 'Another'; });
        await until('its title', title, (it) => it === 'Another');
        await page.inFrame(nth(0), () => { globalThis.same = true; });
        await page.ask(() => { document.body.className = 'night'; });
        await until('night', () => page.inFrame(nth(0), () => [document.documentElement.dataset.theme, globalThis.same]), (it) => it.join() === 'dark,true');
        await page.ask(() => { document.querySelector('it-exports').setAttribute('month', '2023-10'); });
        await until('its month', () => page.inFrame(nth(0), () => location.search), (it) => it.includes('month=2023-10'));
        assertNoTroubles(page);
      });

      shows('a reader who leaves the page and comes back finds blocks as high as what is in them', async (open) => {
        const next = hosts.add('<p id="next">Another page</p>');
        const page = await open(LISTEN + [2, 3].map((tier) => snippet(site, tier, { block: 'headline' })).join(''));
        for (const place of [0, 1]) await whole(page, place);
        await page.visit(next);
        await until('the next page', () => page.ask(() => document.getElementById('next') !== null), Boolean);
        await page.back();
        await until('back', () => page.ask(() => document.querySelector('it-exports') !== null), Boolean);
        await setWidth(page, 400);
        for (const place of [0, 1]) {
          await show(page, place);
          await whole(page, place, { width: 400 });
        }
        assertNoTroubles(page);
      });

      shows('<iframe> alone (fit=1) with letters twice as large: lines do not overlap, and nothing is out of reach', async (open) => {
        for (const lang of ['en', 'ur']) {
          const page = await open(BLOCKS.map((block) => snippet(site, 1, { block, lang, height: 320 })).join(''));
          await setWidth(page, 280);
          for (const [place, block] of BLOCKS.entries()) {
            await show(page, place);
            await answering(page, place);
            await page.inFrame(nth(place), () => { document.documentElement.style.fontSize = '200%'; });
            await until(`${block}, ${lang}`, () => page.inFrame(nth(place), LARGE), (it) => it.isLarge && it.sideways === 0
              && (it.content <= it.height ? it.overflow === 'hidden' || it.fit === 'whole' : it.overflow === 'visible') && it.line >= 1.3 * it.letter);
          }
          assertNoTroubles(page);
        }
      });

      shows('in hidden tabs, in <details> and far below: as high as it is when it comes to be seen', async (open) => {
        const page = await open(`${LISTEN}<div id="tab" hidden>${snippet(site, 2)}${snippet(site, 3, { block: 'headline' })}</div>
          <details>${snippet(site, 2, { block: 'peers' })}${snippet(site, 3, { block: 'data' })}</details>
          <div style="height:9000px"></div>${snippet(site, 2, { block: 'targets' })}`);
        await until('embed.js', () => page.ask(() => customElements.get('it-exports') !== undefined), Boolean);
        await page.ask(() => new Promise((done) => { setTimeout(done, 300); }));
        assert.ok((await page.ask(() => globalThis.sizes)).every((it) => it > 300), 'no height of what is not laid out');
        await page.ask(() => { document.getElementById('tab').hidden = false; });
        for (const place of [0, 1]) await whole(page, place);
        // Hidden again, it changes its width meanwhile.
        await page.ask(() => { document.getElementById('tab').hidden = true; });
        await setWidth(page, 350);
        await page.ask(() => { document.getElementById('tab').hidden = false; });
        for (const place of [0, 1]) {
          await show(page, place);
          await whole(page, place, { width: 350 });
        }
        await page.ask(() => { document.querySelector('details').open = true; });
        for (const place of [2, 3]) {
          await show(page, place);
          await whole(page, place);
        }
        await show(page, 4);
        await whole(page, 4);
        assertNoTroubles(page);
      });

      shows('theme, language and view by messages, without loading anew; changes are told', async (open) => {
        const page = await open(LISTEN + snippet(site, 2));
        await whole(page, 0);
        const ready = await event(page, 'ready');
        assert.deepEqual({ ...ready, month: '' }, {
          name: 'ready', target: 'iframe', block: 'trend', lang: 'en', vintage: 'latest', month: '', static: false, corrected: {}, subscribed: true,
        });
        assert.match(ready.month, /^20\d\d-\d\d$/);
        await page.inFrame(nth(0), () => { globalThis.same = true; });
        const state = () => page.inFrame(nth(0), () => [
          globalThis.same === true, document.documentElement.dataset.theme ?? '', document.querySelector('#measure')?.selectedIndex === 2, location.search,
        ]);
        await post(page, { type: 'it-exports:theme', v: 1, theme: 'dark' });
        await until('dark', state, (it) => it.join() === 'true,dark,false,?theme=dark');
        await post(page, { type: 'it-exports:state', v: 1, state: 'measure=yoy&from=2023-07' });
        await until('the view', state, (it) => it.join() === 'true,,true,?measure=yoy&from=2023-07');
        await post(page, { type: 'it-exports:theme', v: 1, theme: 'light' });
        await post(page, { type: 'it-exports:theme', v: 1, theme: 'auto' });
        await until('as the device', state, (it) => it.join() === 'true,,true,?measure=yoy&from=2023-07');
        await whole(page, 0);
        assert.deepEqual(await events(page, 'change'), [], 'what the host asks for it is not told');
        const length = await page.ask(() => history.length);
        await page.inFrame(nth(0), measure, 0);
        assert.equal((await event(page, 'change')).state, 'from=2023-07');
        assert.equal(await page.ask(() => history.length), length, "a step in a frame is none of the host's");
        await post(page, { type: 'it-exports:lang', v: 1, lang: 'ur' });
        await until('Urdu', () => page.inFrame(nth(0), () => `${document.documentElement.lang}${location.search}`), (it) => it === 'ur?from=2023-07');
        await whole(page, 0);
        await until('ready again', () => events(page, 'ready'), (it) => it.at(-1).lang === 'ur');
        assertNoTroubles(page);
      });

      shows('theme, language, view and colours by attributes and style of the element', async (open) => {
        const page = await open(`<style>it-exports { --it-exports-accent: rebeccapurple } .dark it-exports { --it-exports-theme: dark; --it-exports-accent: #e0b0ff }</style>
          ${LISTEN}${snippet(site, 3, { measure: 'yoy' })}`);
        await whole(page, 0);
        await page.inFrame(nth(0), () => { globalThis.same = true; });
        const state = () => page.inFrame(nth(0), () => {
          const root = document.documentElement;
          return [globalThis.same === true, root.dataset.theme ?? '', location.search, getComputedStyle(root).getPropertyValue('--accent')].join(' ');
        });
        await until('its colour', state, (it) => it === 'true  ?measure=yoy&accent=663399 #663399');
        await page.ask(() => { document.documentElement.className = 'dark'; });
        await until('as dark as its host', state, (it) => it === 'true dark ?measure=yoy&theme=dark&accent=e0b0ff #e0b0ff');
        // What a reader has chosen stays when the host becomes dark or light.
        await page.inFrame(nth(0), measure, 4);
        assert.equal((await event(page, 'change')).state, 'measure=sum12&theme=dark');
        await page.ask(() => { document.documentElement.className = ''; });
        await until('as light as its host', state, (it) => it === 'true  ?measure=sum12&accent=663399 #663399');
        await page.ask(() => { document.querySelector('it-exports').setAttribute('theme', 'dark'); });
        await until('dark by itself', state, (it) => it.startsWith('true dark ?measure=sum12&theme=dark&accent=663399 #'));
        await page.ask(() => { document.querySelector('it-exports').setAttribute('accent', 'rgb(224 176 255)'); });
        await until('another colour', state, (it) => it === 'true dark ?measure=sum12&theme=dark&accent=e0b0ff #e0b0ff');
        await page.ask(() => { document.querySelector('it-exports').setAttribute('measure', 'mom'); });
        await until('another measure', state, (it) => it.includes('?measure=mom&theme=dark&accent=e0b0ff'));
        await page.ask(() => { document.querySelector('it-exports').lang = 'ur'; });
        await until('Urdu', () => page.inFrame(nth(0), () => `${document.documentElement.lang}${location.search}`), (it) => it === 'ur?measure=mom&theme=dark&accent=e0b0ff');
        await page.ask(() => { document.querySelector('it-exports').setAttribute('block', 'headline'); });
        await until('another block', () => page.inFrame(nth(0), () => location.pathname), (it) => it === '/ur/embed/headline/');
        await whole(page, 0);
        assertNoTroubles(page);
      });

      shows('a colour that the browser gives no code of six digits is not used, and the console says so', async (open) => {
        const page = await open(snippet(site, 3, { accent: 'nothing', paper: 'rgb(255 255 255 / 0.95)', ink: 'rgba(0, 0, 0, 0.9)' }));
        await whole(page, 0);
        const used = await page.inFrame(nth(0), () => {
          const root = document.documentElement;
          return [getComputedStyle(root).getPropertyValue('--accent'), getComputedStyle(document.body).backgroundColor];
        });
        assert.deepEqual(used, ['#0b6e4f', 'rgb(255, 255, 255)']);
        if (name !== 'WebKit') {
          for (const told of ['accent=nothing is', 'paper=rgb(255 255 255 / 0.95) is', 'ink=rgba(0, 0, 0, 0.9) is']) {
            assert.ok(page.warnings.some((it) => it.includes(told)), `${told} in ${page.warnings.join('\n')}`);
          }
        }
        // Engines differ in what they give a code: what one does not is never taken for another.
        await page.ask(() => { document.querySelector('it-exports').setAttribute('paper', 'oklch(0.3 0.1 250)'); });
        const ground = () => page.inFrame(nth(0), () => [location.search.match(/paper=([^&]*)/)?.[1] ?? '', getComputedStyle(document.body).backgroundColor]);
        await until('its ground', ground, ([asked, used]) => (asked.startsWith('oklch') ? used === 'rgb(255, 255, 255)' : /^[0-9a-f]{6}$/.test(asked) && used !== 'rgba(0, 0, 0, 0)' && used !== 'rgb(255, 255, 255)'));
        assertNoTroubles(page);
      });

      shows('an element keeps no more room than its block needs', async (open) => {
        const page = await open(snippet(site, 3, { block: 'headline', height: 3000 }));
        for (const width of [320, 1100]) {
          await setWidth(page, width);
          const { content } = await whole(page, 0, { width });
          assert.equal(await page.ask(() => document.querySelector('it-exports').offsetHeight), content);
        }
        assertNoTroubles(page);
      });

      shows('on a page that a sandbox has left without an origin, as on any other', async (open) => {
        const page = await open(snippet(site, 2) + snippet(site, 3, { block: 'headline' }), { policy: 'sandbox allow-scripts' });
        assert.equal(await page.ask(() => globalThis.origin), 'null');
        for (const place of [0, 1]) {
          await show(page, place);
          await whole(page, place);
        }
        assertNoTroubles(page);
      });

      shows('what stands in the element is seen until the block is here, and again where it does not come', async (open) => {
        const nothing = '<it-exports block="nothing" height="300" patience="0.3"><a href="#">Instead</a></it-exports>';
        const page = await open(`${LISTEN}${nothing}${snippet(site, 3, { block: 'headline' })}`);
        const isSeen = (place) => page.ask((place) => document.querySelectorAll('it-exports a')[place].checkVisibility(), place);
        assert.equal((await event(page, 'error')).reason, 'timeout');
        assert.equal(await isSeen(0), true);
        assert.equal(await page.ask(() => document.querySelector('it-exports').offsetHeight), 300);
        await whole(page, 1);
        assert.equal(await isSeen(1), false);
        // The program stops.
        await page.inFrame(nth(1), () => { document.getElementById('stopped').hidden = false; });
        await until('the reading', () => isSeen(1), Boolean);
        assert.equal((await event(page, 'error')).reason, 'stopped');
        assertNoTroubles(page, /404/);
      });

      shows('10,000 random and nearly valid messages change nothing, and valid ones among them what they say', async (open) => {
        const page = await open(LISTEN + snippet(site, 2, { compat: 'pym,amp', childId: 'one' }));
        await whole(page, 0);
        const state = () => page.inFrame(nth(0), () => [
          document.documentElement.outerHTML.match(/<html[^>]*>/)[0], location.href, document.querySelector('h2').textContent, globalThis.wrong?.length ?? 0, history.length,
        ]);
        const start = await state();
        await page.inFrame(nth(0), () => {
          globalThis.wrong = [];
          for (const name of ['error', 'unhandledrejection']) addEventListener(name, (it) => globalThis.wrong.push(String(it.message ?? it.reason)));
        });
        await page.ask(HOSTILE, 10_000);
        await page.inFrame(nth(0), () => new Promise((done) => { setTimeout(done, 100); }));
        assert.deepEqual(await state(), start);
        assert.deepEqual(await page.inFrame(nth(0), () => globalThis.wrong), []);
        await page.ask(HOSTILE, 1000, { type: 'it-exports:state', v: 1, state: 'measure=yoy&unknown=1&month=2023-10' });
        await until('what the valid ones say', state, (it) => it[1].endsWith('?measure=yoy&month=2023-10&compat=pym,amp&childId=one') || it[1].endsWith('?measure=yoy&month=2023-10&compat=pym%2Camp&childId=one'));
        await whole(page, 0);
        assert.deepEqual(await page.inFrame(nth(0), () => globalThis.wrong), []);
        // And the other way: what no block has sent does nothing to the page.
        const height = await page.ask(() => document.querySelector('iframe').offsetHeight);
        await page.ask(() => { for (const it of [1e9, -1, '9', 12.5, null]) postMessage({ type: 'it-exports:size', v: 1, height: it }); });
        await page.inFrame(nth(0), () => { for (const it of [1e9, -1, '9', 12.5, null]) parent.postMessage({ type: 'it-exports:size', v: 1, height: it }, '*'); });
        await page.ask(() => new Promise((done) => { setTimeout(done, 100); }));
        assert.equal(await page.ask(() => document.querySelector('iframe').offsetHeight), height);
        assertNoTroubles(page);
      });

      shows('a host that fights the height: the loop ends by itself, and the console says so', async (open) => {
        const page = await open(`${LISTEN}${snippet(site, 2)}<script>
          rule = () => 0;
          addEventListener('message', ({ data }) => {
            const width = data && data.type === 'it-exports:size' && rule(data.height);
            if (width) document.getElementById('column').style.width = width + 'px';
          });</script>`);
        await answering(page, 0);
        const heights = {};
        for (const width of [300, 360, 700, 400]) {
          await setWidth(page, width);
          heights[width] = (await whole(page, 0, { width })).content;
        }
        // WebKit's driver hears nothing of the console.
        await page.inFrame(nth(0), () => {
          globalThis.warned = [];
          console.warn = (text) => globalThis.warned.push(text);
        });
        const warned = () => page.inFrame(nth(0), () => globalThis.warned);
        /** The messages until the console has been told so often; then there are none. */
        const ended = async (times, how) => {
          const [told] = (await until('the console', warned, (it) => it.length === times)).slice(-1);
          if (!told.includes(how)) {
            // So slow a machine that not even twenty growths, every other message, come within ten seconds.
            const took = await page.ask(() => globalThis.arrivals.at(-1) - globalThis.arrivals.at(-41));
            assert.ok(told.includes('times without') && took > 10_000, `${told} (40 messages in ${took} ms)`);
          }
          // What was under way arrives.
          await wait(500);
          const count = await page.ask(() => globalThis.sizes.length);
          await wait(1000);
          assert.equal(await page.ask(() => globalThis.sizes.length), count);
          assert.equal((await warned()).length, times);
          return count;
        };
        // A width too narrow for so much, and one too wide for so little: at rest at neither.
        await page.ask((middle) => {
          globalThis.sizes = [];
          globalThis.rule = (height) => (height > middle ? 400 : 300);
          document.getElementById('column').style.width = '300px';
        }, (heights[300] + heights[400]) / 2);
        const first = await ended(1, 'grew more than five times within a second');
        assert.ok(first < 60, `${first} messages`);
        // A reader uses it: it tells its height again, and no more often than before.
        const { x, y } = await page.ask(() => {
          scrollTo(0, 0);
          const { left, top } = document.querySelector('iframe').getBoundingClientRect();
          return { x: left, y: top };
        });
        await page.press(x + 100, y + 12);
        const second = await ended(2, 'grew more than five times within a second') - first;
        assert.ok(second > 1 && second < 60, `${second} messages more`);
        // Widths that are others each time.
        await page.ask((middle) => {
          globalThis.sizes = [];
          let count = 0;
          globalThis.rule = (height) => {
            count += 1;
            return (height > middle ? 700 : 300) + (count % 60);
          };
        }, (heights[360] + heights[700]) / 2);
        await page.press(x + 100, y + 12);
        const third = await ended(3, 'times without');
        assert.ok(third > second && third < 250, `${third} messages`);
        // Peace: a reader who uses it sees all of it.
        await page.ask(() => { globalThis.rule = () => 0; });
        await setWidth(page, 330);
        await page.press(x + 100, y + 12);
        await whole(page, 0, { width: 330 });
        // One that keeps a frame low leaves it a way to be read.
        const low = await open(`<style>iframe { max-height: 300px }</style>${LISTEN}${snippet(site, 2)}`);
        const it = await answering(low, 0);
        assert.equal(it.height, 300);
        assert.ok(it.over > 0);
        assert.equal(await low.inFrame(nth(0), () => getComputedStyle(document.documentElement).overflowY), 'visible');
        assert.ok((await low.ask(() => globalThis.sizes.length)) < 6);
        assertNoTroubles(low);
        return `passes: ${first} messages, then none`;
      });

      shows('a host that answers heights with other widths, and then rests: as high as what is in it', async (open) => {
        for (const count of [3, 4, 5]) {
          const page = await open(`<script>
            left = ${count};
            addEventListener('message', ({ data }) => {
              const { style } = document.getElementById('column');
              if (data && data.type === 'it-exports:size' && left-- > 0) style.width = style.width === '300px' ? '400px' : '300px';
            });</script>${LISTEN}${snippet(site, 2)}`);
          await whole(page, 0);
          // Where one answer takes back another in time, there are fewer.
          let width;
          await until('rest', async () => {
            const before = width;
            await wait(500);
            width = await page.ask(() => parseInt(document.getElementById('column').style.width));
            return width === before;
          }, Boolean);
          await whole(page, 0, { width });
          assertNoTroubles(page);
        }
      });

      shows('a block that arrives in pieces tells no height of the first piece', async (open) => {
        const slow = await serveInPieces(site);
        try {
          const page = await open(`${LISTEN}<script async src="${slow.url}/embed.js"></script>`);
          await page.ask((src) => {
            const frame = Object.assign(document.createElement('iframe'), { src, title: 'A block', width: '100%', height: 900 });
            frame.style.border = 0;
            document.getElementById('column').append(frame);
          }, `${slow.url}/embed/trend/`);
          await slow.begun();
          for (let times = 0; times < 20; times += 1) {
            await post(page, { type: 'it-exports:subscribe', v: 1 });
            await wait(50);
          }
          assert.deepEqual(await page.ask(() => globalThis.sizes), []);
          slow.rest();
          const sizes = await until('its height', () => page.ask(() => globalThis.sizes), (it) => it.length > 0);
          await answering(page, 0);
          const { content } = await page.inFrame(nth(0), look);
          assert.deepEqual(sizes.filter((it) => it !== content), []);
          assertNoTroubles(page);
        } finally {
          await slow.close();
        }
      });

      shows('pym.js 1.3.2, as published, for a host (compat=pym)', async (open) => {
        const pym = hosts.add(readFileSync(require.resolve('pym.js/dist/pym.v1.min.js'), 'utf8'), { type: 'text/javascript' });
        const page = await open(`<div id="graphic"></div><script src="${pym}"></script>
          <script>pymParent = new pym.Parent('graphic', '${site}/embed/trend/?compat=pym', { title: 'A block' })</script>`);
        for (const width of [600, 320]) {
          await setWidth(page, width);
          await whole(page, 0, { width });
        }
        await page.ask(() => globalThis.pymParent.sendWidth());
        await whole(page, 0);
        assertNoTroubles(page);
      });

      shows("AMP's amp-iframe 1.0, as published, for a host (compat=amp)", async (open) => {
        const { outputFiles: [{ text }] } = buildSync({
          stdin: {
            contents: `import { h, render } from 'preact'; import { BentoIframe } from './node_modules/@ampproject/amp-iframe/dist/component-preact.module.js';
              const url = ${JSON.stringify(site)} + '/embed/';
              const frame = (block) => h(BentoIframe, { src: url + block + '/?compat=amp', title: block, style: { height: 320 } });
              render(frame('trend'), document.getElementById('out'));`,
            resolveDir: ROOT,
          },
          bundle: true, write: false, logLevel: 'error',
        });
        const script = hosts.add(text, { type: 'text/javascript' });
        const page = await open(`<div style="height:4000px"></div><div id="out"></div><script src="${script}"></script>`);
        // It changes the height of what is out of sight, and only that.
        await until('its height', () => page.ask(() => document.querySelector('#out > div').offsetHeight), (it) => it !== 320);
        await show(page, 0);
        await whole(page, 0);
        assertNoTroubles(page);
      });

      shows('the output of TinyMCE 6 with its default settings, which takes scripts out', async (open) => {
        const kept = await edited();
        assert.ok(!kept.includes('<script'), kept);
        const page = await open(kept);
        // The frame alone, and for the element what stands in it.
        const frames = await page.ask(() => document.querySelectorAll('iframe').length);
        assert.equal(frames, 2, kept);
        for (const place of [0, 1]) {
          await show(page, place);
          await answering(page, place);
        }
        await until('no scroll inside', () => page.inFrame(nth(0), look), (it) => it.fit === 'folded' && it.over === 0 && it.sideways === 0);
        assert.equal(await page.ask(() => [...document.querySelectorAll('a')].filter((it) => it.textContent === 'The reading' && it.checkVisibility()).length), 3);
        assertNoTroubles(page);
      });

      shows('nothing on the host moves while blocks come, at 320, 768 and 1100 px', async (open) => {
        for (const width of [320, 768, 1100]) {
          const body = (heights) => `<script>
              tops = new Set(); shift = 0;
              try { new PerformanceObserver((list) => { for (const it of list.getEntries()) shift += it.value; }).observe({ type: 'layout-shift', buffered: true }); } catch {}
              (function sample() { const after = document.getElementById('after'); if (after) tops.add(after.offsetTop); requestAnimationFrame(sample); })();
            </script><style>#column { width: ${width}px } iframe { display: block }</style>
            ${[1, 2, 3].map((tier, place) => snippet(site, tier, { block: ['trend', 'headline', 'breakdown'][place], height: heights[place] })).join('')}`;
          const first = await open(body([520, 520, 520]));
          const heights = [520];
          for (const place of [1, 2]) {
            await show(first, place);
            await whole(first, place);
            // A scroll bar, which was there while the frame was lower, may have made it higher by a line or a pixel.
            await wait(300);
            heights.push((await whole(first, place)).content);
          }
          // With the heights of the snippet that the page for webmasters gives.
          const page = await open(body(heights));
          for (const place of [0, 1, 2]) await show(page, place).then(() => answering(page, place));
          for (const place of [1, 2]) assert.equal((await whole(page, place)).content, heights[place]);
          // What may come yet.
          await wait(300);
          const { tops, shift } = await page.ask(() => ({ tops: [...globalThis.tops], shift: globalThis.shift }));
          assert.equal(tops.length, 1, `what follows stood at ${tops}`);
          assert.equal(shift, 0);
        }
        return name === 'Chromium' ? 'passes: layout shift 0' : 'passes: nothing has moved';
      });

      shows("the host's colours, also in the pictures; what cannot be read is corrected and told", async (open) => {
        const page = await open(LISTEN + snippet(site, 2, { accent: '0000c0', paper: 'ffffe0', ink: '202000', quiet: 'ddddaa', rule: 'cc0000' }));
        await whole(page, 0);
        const ready = await event(page, 'ready');
        assert.deepEqual(Object.keys(ready.corrected), ['quiet']);
        const found = await until('a picture', () => page.inFrame(nth(0), COLOURS_IN_FRAME), (it) => it.painted.length > 3);
        assert.deepEqual([found.accent, found.paper, found.ink, found.quiet], ['#0000c0', 'rgb(255, 255, 224)', 'rgb(32, 32, 0)', ready.corrected.quiet]);
        assert.ok(found.contrast >= 4.5, `${found.contrast}`);
        for (const colour of ['0,0,192', '255,255,224']) assert.ok(found.painted.includes(colour), `${colour} in ${found.painted}`);
        for (const colour of ['11,110,79', '255,255,255', '101,157,141']) assert.ok(!found.painted.includes(colour), `the page's own ${colour}`);
        // Others while it is shown, and in another theme.
        const corrected = async () => (await events(page, 'ready')).at(-1).corrected;
        await post(page, { type: 'it-exports:state', v: 1, state: 'accent=ffff00' });
        await until('told what is used', corrected, (it) => it.accent === '#707000');
        await post(page, { type: 'it-exports:theme', v: 1, theme: 'dark' });
        await until('nothing to correct in the dark', corrected, (it) => Object.keys(it).length === 0);
        await post(page, { type: 'it-exports:state', v: 1, state: 'accent=a00000' });
        await until('another colour', () => page.inFrame(nth(0), COLOURS_IN_FRAME), (it) => it.accent === '#a00000' && it.painted.includes('160,0,0') && it.painted.includes('255,255,255'));
        await post(page, { type: 'it-exports:state', v: 1, state: 'accent=none' });
        await until("the page's own", () => page.inFrame(nth(0), COLOURS_IN_FRAME), (it) => it.accent === '#0b6e4f' && it.painted.includes('11,110,79'));
        if (name !== 'WebKit') assert.ok(page.warnings.some((it) => it.includes('accent=none is no colour')), page.warnings.join('\n'));
        assertNoTroubles(page);
      });

      shows('a transparent ground, also in the pictures', async (open) => {
        const page = await open(snippet(site, 2, { paper: 'transparent', theme: 'light' }));
        await whole(page, 0);
        const { paper, clear } = await until('a picture', () => page.inFrame(nth(0), COLOURS_IN_FRAME), (it) => it.painted.length > 3);
        assert.equal(paper, 'rgba(0, 0, 0, 0)');
        assert.ok(clear > 0.3, `${clear} of the picture`);
        assertNoTroubles(page);
        if (!page.playwright) return 'passes';
        // Where a reader has forced colours of their own, its ink could be as dark as their ground.
        const forced = await open(snippet(site, 2, { paper: 'transparent', theme: 'light' }), { forced: true });
        await whole(forced, 0);
        assert.equal((await until('a picture', () => forced.inFrame(nth(0), COLOURS_IN_FRAME), (it) => it.painted.length > 3)).clear, 0);
        return 'passes; where colours are forced, with its own';
      });

      shows('a pinned block says that newer figures exist; a live one does not', async (open) => {
        const snippets = [[2, '2024-01-15'], [2, 'first'], [2, '2099-01-01'], [3, '2024-01-15']]
          .map(([tier, vintage]) => snippet(site, tier, { block: 'headline', vintage }));
        const page = await open(LISTEN + snippets.join(''));
        const newer = (place) => page.inFrame(nth(place), () => {
          const it = document.getElementById('newer');
          return it.checkVisibility() && it.querySelector('a').href;
        });
        for (const place of [0, 1, 2, 3]) {
          await show(page, place);
          await whole(page, place);
        }
        assert.deepEqual([await newer(0), await newer(1), await newer(2), await newer(3)], [`${site}/`, false, false, `${site}/`]);
        for (const target of ['iframe', 'it-exports']) {
          await until(target, () => events(page, 'ready'), (it) => it.some((one) => one.vintage === '2024-01-15' && one.target === target));
        }
        assertNoTroubles(page);
      });

      shows('a pinned block that stays still shows the latest figures, and does not say that there are newer ones', async (open) => {
        const page = await open(snippet(site, 2, { block: 'headline', vintage: '2024-01-15', lite: 1 }));
        const newer = () => page.inFrame(nth(0), () => {
          const root = document.documentElement;
          return ['static' in root.dataset, 'ready' in root.dataset, document.getElementById('newer').checkVisibility()].join();
        });
        await until('still', newer, (it) => it === 'true,false,false');
        await page.inFrame(nth(0), () => document.querySelector('#offer button').click());
        await until('with its program', newer, (it) => it === 'false,true,true');
        assertNoTroubles(page);
      });

      shows('links leave the frame, but for those to the other language', async (open) => {
        const page = await open(snippet(site, 2, { accent: '0000c0' }));
        await whole(page, 0);
        const [target, language] = await page.inFrame(nth(0), () => {
          const [whole, other] = [document.querySelector('body > nav a'), document.getElementById('language')];
          for (const link of [whole, other]) {
            link.addEventListener('click', () => {});
            addEventListener('click', (it) => it.preventDefault(), { once: true });
            link.click();
          }
          return [whole.target, other.getAttribute('href')];
        });
        assert.equal(target, '_blank');
        assert.equal(language, '/ur/embed/trend/?accent=0000c0');
        assertNoTroubles(page);
      });
    });
  }
});

/** In a frame whose letters were made larger: what has no room, whether it can be reached, and how lines stand. */
const LARGE = () => {
  const root = document.documentElement;
  const [reading] = [...document.querySelectorAll('.reading')].filter((it) => it.checkVisibility());
  const { fontSize, lineHeight } = getComputedStyle(reading ?? root);
  return {
    isLarge: root.style.fontSize === '200%',
    fit: root.dataset.fit,
    fold: root.dataset.fold,
    content: Math.ceil(root.getBoundingClientRect().height),
    height: innerHeight,
    sideways: Math.max(0, root.scrollWidth - innerWidth),
    overflow: getComputedStyle(root).overflowY,
    letter: parseFloat(fontSize),
    // Infinity would not come through every driver.
    line: lineHeight === 'normal' ? Number.MAX_VALUE : parseFloat(lineHeight),
  };
};

/** In a frame whose scripts may not have run: how it is, and whether its sheet is here. */
const STILL = () => {
  const root = document.documentElement;
  const seen = (selector) => [...document.querySelectorAll(selector)].find((it) => it.checkVisibility());
  return {
    parsed: document.readyState !== 'loading' && Boolean(document.getElementById('fold')),
    styled: getComputedStyle(root).getPropertyValue('--ground') !== '',
    isReady: 'ready' in root.dataset,
    height: innerHeight,
    overflow: getComputedStyle(root).overflowY,
    heading: seen('h1, h2')?.innerText,
    reading: seen('.reading')?.innerText,
    rows: [...document.querySelectorAll('tbody tr')].length,
  };
};

/** In a host's page: how much of a frame's width is its border. */
const BORDER = (place) => {
  const element = document.querySelectorAll('iframe, it-exports')[place];
  return element.localName === 'iframe' ? element.offsetWidth - element.clientWidth - (element.offsetWidth - 500) : 0;
};

/** In a host's page: so many messages to its frame that mean nothing, or one that does after every hundred. */
const HOSTILE = async (count, valid) => {
  let seed = 7;
  const random = (below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  const pick = (list) => list[random(list.length)];
  const junk = () => pick([null, undefined, 0, -1, NaN, 1e300, '', 'dark', 'ur', '<b>', '__proto__', [], ['dark'], {}, { length: 9 }, true, new Date(0), new Map([['v', 1]]),
    new Uint8Array(9), 'x'.repeat(5000), 'month=2023-10"><script>', 'theme=dark;', '\u0000', '%', '%E0%A4%A', '\u202e']);
  const types = ['it-exports:theme', 'it-exports:lang', 'it-exports:state', 'it-exports:size', 'it-exports:ready', 'it-exports:Theme', 'it-exports:', 'it-exports:constructor',
    ' it-exports:theme', 'embed-size', 'pym'];
  // Nearly valid: one thing about it is wrong.
  const nearly = () => pick([
    () => ({ type: pick(types), v: pick([2, '1', null, 1.5]), theme: 'dark', lang: 'ur', state: 'measure=yoy' }),
    () => ({ type: pick([['it-exports:theme'], ['it-exports:state'], 'it-exports:theme ', 'IT-EXPORTS:LANG', { it: 'exports' }]), v: 1, theme: 'dark', lang: 'ur', state: 'measure=yoy' }),
    () => ({ type: 'it-exports:theme', v: 1, theme: pick(['Dark', ['dark'], 1, null, 'blue']) }),
    () => ({ type: 'it-exports:lang', v: 1, lang: pick(['de', ['ur'], 'UR', '', {}]) }),
    () => ({ type: 'it-exports:state', v: 1, state: pick([['measure=yoy'], {}, null, 5, 'measure=<yoy>', 'a b', `x=${'y'.repeat(2000)}`, "it's"]) }),
    () => ({ type: pick(types.slice(3)), v: 1, height: junk(), theme: junk(), state: junk() }),
    () => `pymx${pick(['two', '', '.*'])}xPYMxwidthxPYMx${random(900)}`,
    () => ({ sentinel: 'amp', type: 'embed-size', height: random(5000) }),
    () => JSON.stringify({ type: 'it-exports:theme', v: 1, theme: 'dark' }),
    () => ({ [pick(['v', 'type', '__proto__', 'constructor'])]: junk() }),
    junk,
  ])();
  const frame = document.querySelector('iframe').contentWindow;
  for (let place = 0; place < count; place += 1) {
    frame.postMessage(valid && place % 100 === 0 ? valid : nearly(), '*');
    if (place % 500 === 0) await new Promise((done) => { setTimeout(done); });
  }
};

/** In a frame: its colours, and those painted on the trend's canvas; how much of it is clear. */
const COLOURS_IN_FRAME = () => {
  const canvas = document.querySelector('#trend-chart canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const counts = new Map();
  let clear = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 0) clear += 1;
    const colour = data.slice(at, at + 3).join();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[0-9a-f]{2}/g).map((it) => parseInt(it, 16) / 255).map((it) => (it <= 0.03928 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [one, other] = [luminance(variable('quiet')), luminance(variable('ground'))].sort((a, b) => b - a);
  const { backgroundColor, color } = getComputedStyle(document.body);
  return {
    accent: variable('accent'), quiet: variable('quiet'), paper: backgroundColor, ink: color,
    contrast: (one + 0.05) / (other + 0.05),
    painted: [...counts].filter(([, count]) => count > 50).map(([colour]) => colour),
    clear: clear / (data.length / 4),
  };
};

/** The snippets of the three tiers as TinyMCE gives them back: asked once. */
let output;
function edited() {
  output ??= (async () => {
    const editor = await serve({ root: join(ROOT, 'node_modules/tinymce') });
    const browser = await ENGINES.Chromium();
    try {
      const page = await browser.open(hosts.add(`<textarea></textarea><script src="${editor.url}/tinymce.min.js"></script>`));
      return await page.ask(async (snippets) => {
        const [it] = await globalThis.tinymce.init({ selector: 'textarea' });
        it.setContent(snippets);
        return it.getContent();
      }, [1, 2, 3].map((tier) => snippet(site, tier, { height: 480 })).join(''));
    } finally {
      await browser.close();
      await editor.close();
    }
  })();
  return output;
}
