// The pages before the program and without it: complete by themselves, replaced without a jerk,
// and the same wherever they are kept.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import {
  address, axe, becomes, choose, DIST, isChosen, openFile, openPage, openTable, ready, screenshot, sidewaysScroll, waitForAddress, withoutScripts,
} from './harness.mjs';
import { LATEST, MONTHS, named } from './record.mjs';

const BLOCKS = ['headline', 'trend', 'breakdown', 'data'];
const SAMPLE = [
  '/', '/2023-10/', '/2019-07/', '/ur/', '/ur/2023-10/', ...BLOCKS.map((it) => `/embed/${it}/`), '/ur/embed/trend/',
];
const WIDTHS = [360, 1280];

/** A sample's page by its whole path. */
const open = (path, options) => openPage({ path, ...options });

/** What is wrong with what a reader sees of the page as it stands, without its program. */
async function incomplete(page, width) {
  const wrong = await page.evaluate((width) => {
    const wrong = [];
    const shown = (it) => it.checkVisibility() && it.getBoundingClientRect().height > 0;
    for (const it of document.querySelectorAll('.figure, .reading, main h2')) {
      // What is folded is seen when its fold is opened.
      const folded = it.closest('details:not([open])');
      // What is far below has no inner text until it comes near.
      if (!folded && !shown(it) || !it.textContent.trim()) wrong.push(`no words in ${it.className || it.id}: ${it.parentElement.outerHTML.slice(0, 200)}`);
    }
    for (const it of document.querySelectorAll('.picture')) {
      if (it.closest('.controls')) continue;
      const layouts = [...it.children].filter(shown).map((svg) => svg.getAttribute('class'));
      // Bars without words have one layout, stretched.
      const expected = it.closest('.strip') ? 'any' : width < 600 ? 'narrow' : 'wide';
      if (layouts.join() !== expected) wrong.push(`#${it.parentElement.id}: layouts '${layouts}' instead of '${expected}'`);
      const { left, right } = it.getBoundingClientRect();
      if (left < 0 || right > innerWidth) wrong.push(`#${it.parentElement.id}: from ${left} to ${right}`);
    }
    for (const it of document.querySelectorAll('.controls')) {
      if (shown(it)) wrong.push(`a control is shown: ${it.outerHTML.slice(0, 80)}`);
    }
    for (const it of document.querySelectorAll('#unstarted, #stopped')) {
      if (it.checkVisibility() && it.hidden) wrong.push(`#${it.id} is shown`);
    }
    return wrong;
  }, width);
  if (await sidewaysScroll(page) > 0) {
    wrong.push(`${await sidewaysScroll(page)} px too wide: ${await screenshot(page, `static-${width}`)}`);
  }
  return wrong;
}

/** Addresses that have answered already. */
const answered = new Set();

/** Those links of the page that do not answer. */
async function dead(page, selector) {
  const links = await page.locator(selector).evaluateAll((all) => all.map((it) => it.href));
  const missing = [];
  for (const link of new Set(links)) {
    if (answered.has(new URL(link).pathname)) continue;
    const { status } = await fetch(link, { method: 'HEAD' });
    if (status === 200) answered.add(new URL(link).pathname);
    else missing.push(`${link}: ${status}`);
  }
  return missing;
}

describe('without JavaScript', () => {
  for (const path of SAMPLE) {
    it(`${path} is complete, leads on, and offers nothing that does not work`, async () => {
      for (const width of WIDTHS) {
        const page = await open(path, { width, javaScript: false });
        assert.deepEqual(await incomplete(page, width), [], `${width} px`);
        for (const fold of await page.locator('details.fold').all()) {
          assert.equal(await fold.evaluate((it) => it.open), false);
          await fold.locator('> summary').click();
          assert.ok(await fold.locator('table, dl, summary + p:not(.controls), summary + ul').first().isVisible());
        }
        if (await page.locator('#trend').count()) {
          assert.equal(await page.locator('#trend-table tbody tr:visible').count(), MONTHS);
        }
        assert.deepEqual(await incomplete(page, width), [], `${width} px, all folds open`);
        if (width === WIDTHS[0]) {
          assert.deepEqual(await dead(page, '#language, #previous, #next, #trend-table a, #data a, .page > a'), []);
          if (await page.locator('#trend').count()) {
            assert.equal(await page.locator('#trend-table tbody a').count(), MONTHS, 'each month leads to its page');
          }
        }
        await page.finish();
      }
    });

    it(`${path} passes axe, all folds open`, async () => {
      for (const width of WIDTHS) {
        const page = await open(path, { width, before: withoutScripts, answers: false });
        for (const fold of await page.locator('details.fold > summary').all()) await fold.click();
        assert.deepEqual(await axe(page), [], `${width} px`);
        await page.finish();
      }
    });
  }

  it('October 2023 tells its story', async () => {
    for (const [lang, words] of Object.entries({
      en: ['$238 million', '15.5%', '7.7%', 'about 8% (3 to 13%)'],
      ur: ['23 کروڑ 80 لاکھ ڈالر', '15.5', '7.7', '5.4'],
    })) {
      const page = await openPage({ lang, path: '/2023-10/', javaScript: false });
      const told = (await page.locator('#headline').innerText()).replace(/[\u2066-\u2069]/g, '');
      for (const part of words) assert.ok(told.includes(part), `${part}: ${told}`);
      await page.finish();
    }
  });

  it('links lead from page to page and language to language', async () => {
    const page = await open('/2023-10/', { javaScript: false });
    const follow = async (selector, path) => {
      await page.locator(selector).click();
      await page.waitForURL((url) => url.pathname === path);
    };
    await follow('#previous', '/2023-09/');
    await follow('#next', '/2023-10/');
    await follow('#language', '/ur/2023-10/');
    await follow('#next', '/ur/2023-11/');
    await follow('#language', '/2023-11/');
    await openTable(page);
    await page.locator('#trend-table').getByRole('link', { name: 'July 2019' }).click();
    await page.waitForURL((url) => url.pathname === '/2019-07/');
    assert.equal(await page.locator('#previous').count(), 0, 'nothing is before the first month');
    await openTable(page);
    await page.locator('#trend-table').getByRole('link', { name: named(LATEST) }).click();
    await page.waitForURL((url) => url.pathname === '/');
    assert.equal(await page.locator('#next').count(), 0, 'nothing is after the last month');
  });
});

/** What keeps the program from starting. */
const OBSTACLES = {
  'WebAssembly is refused by a policy': (page) => page.route((url) => url.pathname.endsWith('/'), async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    headers['content-security-policy'] = headers['content-security-policy'].replace("'wasm-unsafe-eval'", '');
    await route.fulfill({ response, headers });
  }),
  'the program is not found': (page) => page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' })),
  'the start script is not found': (page) => page.route('**/start-*.js', (route) => route.fulfill({ status: 404, body: '' })),
};

describe('where', () => {
  for (const [obstacle, before] of Object.entries(OBSTACLES)) {
    it(`${obstacle}, the page stays complete and says so`, async () => {
      for (const path of ['/', '/2023-10/', '/ur/2023-10/', '/embed/breakdown/']) {
        const page = await open(path, { width: 360, before, answers: false });
        await page.locator('#unstarted').waitFor({ state: 'visible' })
          .catch(() => assert.fail(`${path}: nothing is said`));
        assert.deepEqual(await incomplete(page, 360), [], path);
        if (!path.includes('embed')) {
          await openTable(page);
          assert.equal(await page.locator('#trend-table tbody tr:visible').count(), MONTHS);
        }
        assert.equal(await page.locator('#app').count(), 1);
        assert.equal(await page.locator('#app').count(), 1, 'nothing is left of the attempt');
        page.troubles.length = 0;
        await page.finish();
      }
    });
  }
});

/** For `before`: holds back the program until `release()`. */
function held() {
  let release;
  const gate = new Promise((resolved) => { release = resolved; });
  const before = (page) => page.route('**/*.wasm', async (route) => {
    await gate;
    await route.continue();
  });
  return { before, release };
}

describe('when the program takes over', () => {
  for (const path of ['/', '/2023-10/', '/ur/', '/ur/2023-10/', '/embed/trend/']) {
    it(`nothing moves: ${path}`, async () => {
      for (const width of WIDTHS) {
        const page = await open(path, {
          width,
          before: (page) => page.addInitScript(() => {
            globalThis.shifts = [];
            new PerformanceObserver((list) => {
              for (const { value, sources } of list.getEntries()) {
                globalThis.shifts.push(`${value.toFixed(4)}: ${sources.map(({ node }) => node?.id || node?.className || node?.nodeName)}`);
              }
            }).observe({ type: 'layout-shift', buffered: true });
          }),
        });
        await page.waitForTimeout(300);
        assert.deepEqual(await page.evaluate(() => globalThis.shifts), [], `${width} px`);
        await page.finish();
      }
    });
  }

  it('what was scrolled to stays in its place', async () => {
    for (const lang of ['en', 'ur']) {
      for (const width of WIDTHS) {
        const { before, release } = held();
        const page = await openPage({ lang, width, path: '/2023-10/', before, answers: false });
        await page.evaluate(() => scrollTo(0, 900));
        const places = () => page.evaluate(() => [scrollY,
          ...['trend-chart', 'breakdown', 'contributions-chart'].map((id) => Math.round(document.getElementById(id).getBoundingClientRect().top))]);
        const was = await places();
        assert.equal(was[0], 900);
        release();
        await ready(page);
        await page.waitForTimeout(200);
        assert.deepEqual(await places(), was, `${lang}, ${width} px`);
        await page.finish();
      }
    }
  });

  it('an open table stays open and in its place', async () => {
    for (const lang of ['en', 'ur']) {
      const { before, release } = held();
      const page = await openPage({ lang, width: 360, path: '/2023-10/', before, answers: false });
      await openTable(page);
      await page.locator('#prints > summary').click();
      const was = await page.locator('#trend-table > summary').evaluate((it) => it.getBoundingClientRect().top);
      release();
      await ready(page);
      assert.ok(await page.locator('#trend-table').evaluate((it) => it.open));
      assert.equal(await page.locator('#trend-table tbody tr:visible').count(), MONTHS);
      assert.ok(await page.locator('#prints dl').first().isVisible());
      assert.equal(await page.locator('#contributions-table').evaluate((it) => it.open), false);
      const is = await page.locator('#trend-table > summary').evaluate((it) => it.getBoundingClientRect().top);
      assert.ok(Math.abs(is - was) < 1, `${lang}: moved by ${is - was} px`);
      // It can be closed and opened like any other.
      await page.locator('#trend-table > summary').click();
      await page.waitForFunction(() => !document.querySelector('#trend-table table'));
      await openTable(page);
      await page.finish();
    }
  });

  it('a fold that the view asked for has not does not stop it', async () => {
    const { before, release } = held();
    // What the page shows of parts has one of another name than the ranking that is asked for.
    const page = await openPage({ path: '/2023-10/?chart=table', before, answers: false });
    await openTable(page, '#breakdown');
    release();
    await ready(page);
    assert.ok(await page.locator('#ranking-chart canvas').isVisible());
  });

  it('an error of somebody else before it leaves the controls in place', async () => {
    const { before, release } = held();
    const page = await openPage({ path: '/2023-10/', before, answers: false });
    await page.evaluate(() => { setTimeout(() => { throw new TypeError('of an extension'); }); });
    await page.locator('#unstarted').waitFor({ state: 'visible' });
    release();
    await ready(page);
    assert.equal(await page.locator('#unstarted').isVisible(), false);
    assert.ok(await page.locator('#trend .picks').first().isVisible());
    page.troubles.length = 0;
  });

  it('the focus goes to the twin of what had it', async () => {
    for (const selector of ['#next', '#language', '#trend-table > summary', '#prints > summary', 'a.skip']) {
      const { before, release } = held();
      const page = await open('/2023-10/', { before, answers: false });
      await page.locator(selector).focus();
      release();
      await ready(page);
      assert.ok(await page.locator(selector).evaluate((it) => it === document.activeElement), selector);
      assert.ok(await page.locator('#trend canvas').count() > 0, 'on the page of the program');
      await page.finish();
    }
  });

  it('it does not take the focus when nothing has it', async () => {
    const page = await open('/2023-10/');
    assert.ok(await page.evaluate(() => document.activeElement === document.body));
    assert.equal(await page.evaluate(() => performance.getEntriesByName('interactive').length), 1);
    assert.equal(await page.locator('#app').count(), 1);
    assert.equal(await page.locator('#app').count(), 1);
  });
});

describe('for readers who save data', () => {
  const connection = (state) => (page) => page.addInitScript((state) => {
    Object.defineProperty(Navigator.prototype, 'connection', { get: () => state });
  }, state);
  const SAVING = { saveData: true, effectiveType: '4g' };
  const SLOW = { saveData: false, effectiveType: '3g' };
  const FAST = { saveData: false, effectiveType: '4g' };

  for (const [name, path, state] of [
    ['lite=1', '/2023-10/?lite=1', FAST], ['Save-Data', '/2023-10/', SAVING], ['a slow network', '/2023-10/', SLOW],
  ]) {
    it(`by ${name}: the page stays as it is, and a button starts the program`, async () => {
      for (const lang of ['en', 'ur']) {
        const asked = [];
        const page = await openPage({
          whole: false,
          lang, path, width: 360, answers: false,
          before: async (page) => {
            page.on('request', (it) => asked.push(new URL(it.url()).pathname));
            await connection(state)(page);
          },
        });
        const button = page.locator('#offer button');
        await button.waitFor();
        await page.waitForLoadState('networkidle');
        assert.deepEqual(asked.filter((it) => it.endsWith('.wasm')), []);
        assert.deepEqual(await incomplete(page, 360), []);
        assert.deepEqual(await axe(page), []);
        const { width, height } = await button.boundingBox();
        assert.ok(width >= 44 && height >= 44, `${width} × ${height}`);
        const promised = Number((await button.innerText()).match(/\d+/)[0]);
        asked.length = 0;
        await button.click();
        await ready(page);
        await page.waitForLoadState('networkidle');
        // What it names is what it costs, as it is sent.
        assert.equal(asked.length, 3, 'the program, its glue, the list of sources');
        const real = asked.reduce((sum, it) => sum + statSync(join(DIST, `${it}.br`)).size, 0) / 1000;
        assert.ok(Math.abs(promised - real) < 1, `${promised} kB promised, ${real} kB`);
        assert.equal(await page.locator('#offer').count(), 0);
        await choose(page, 'measure-2');
        await waitForAddress(page, /^\/2023-10\/\?.*measure=yoy/);
        await page.finish();
      }
    });
  }

  it('lite=0 starts it all the same', async () => {
    for (const state of [SAVING, SLOW]) {
      const page = await open('/2023-10/?lite=0', { before: connection(state) });
      assert.equal(await page.locator('#offer').isVisible(), false);
      await page.finish();
    }
  });
});

describe('the edition in a single file', () => {
  for (const [lang, { month, figure }] of Object.entries({
    en: { month: 'October 2023', figure: '$238 million' },
    ur: { month: 'اکتوبر 2023', figure: '23 کروڑ 80 لاکھ ڈالر' },
  })) {
    it(`works from a disk, in ${lang}`, async () => {
      const name = `it-exports-${lang}.html`;
      assert.ok(statSync(join(DIST, name)).size <= 800_000, `${statSync(join(DIST, name)).size} bytes`);
      const page = await openFile(name);
      assert.equal(await page.locator('html').getAttribute('lang'), lang);
      const title = await page.locator('#trend h2').innerText();
      await choose(page, 'measure-2');
      await page.waitForFunction((title) => document.querySelector('#trend h2').innerText !== title, title);
      await page.locator('#month').selectOption({ label: month });
      await page.waitForFunction((figure) =>
        document.querySelector('#headline .figure').innerText.replace(/[\u2066-\u2069]/g, '') === figure, figure);
      // The address alone brings the view back, as on the page of a server.
      await becomes(new RegExp(`/${name}[?#].*month=2023-10`), () => page.url());
      await page.reload();
      await ready(page);
      assert.equal((await page.locator('#headline .figure').innerText()).replace(/[\u2066-\u2069]/g, ''), figure);
      assert.ok(await isChosen(page, 'measure-2'));
      await page.locator('#previous').click();
      await page.waitForFunction((figure) =>
        document.querySelector('#headline .figure').innerText.replace(/[\u2066-\u2069]/g, '') !== figure, figure);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('#data a[download="observations.csv"]').click(),
      ]);
      assert.equal(download.suggestedFilename(), 'observations.csv');
      assert.equal(readFileSync(await download.path(), 'utf8'), readFileSync(join(DIST, 'data/observations.csv'), 'utf8'));
    });
  }
});

it('in a folder of a site the program starts, and links stay within the folder', async () => {
  const root = mkdtempSync(join(tmpdir(), 'folder-'));
  mkdirSync(join(root, 'x'));
  symlinkSync(DIST, join(root, 'x', 'y'));
  const server = await serve({ root });
  try {
    for (const [path, other] of [['/x/y/', '/x/y/ur/'], ['/x/y/ur/2023-10/', '/x/y/2023-10/']]) {
      const page = await open(path, { origin: server.url });
      assert.equal(new URL(await page.locator('#language').evaluate((it) => it.href)).pathname, other);
      await page.locator('#previous').click();
      await page.waitForURL((url) => url.pathname !== path);
      const folder = path.includes('/ur/') ? '/x/y/ur/' : '/x/y/';
      assert.match(address(page), new RegExp(`^${folder}20\\d\\d-\\d\\d/$`));
      await page.reload();
      await ready(page);
      assert.deepEqual(await dead(page, '#language, #previous, #next, #data a'), []);
      await choose(page, 'measure-2');
      await page.waitForURL(/measure=yoy/);
      assert.ok(address(page).startsWith(folder));
      await page.locator('#language').click();
      await page.waitForURL((url) => url.pathname.includes('/ur/') === !path.includes('/ur/'));
      assert.ok(address(page).startsWith('/x/y/'), address(page));
      await ready(page);
      assert.ok(await isChosen(page, 'measure-2'));
      await page.finish();
    }
    const still = await open('/x/y/2023-10/', { origin: server.url, javaScript: false });
    answered.clear();
    assert.deepEqual(await dead(still, '#language, #previous, #next, #trend-table a, #data a'), []);
    await still.finish();
  } finally {
    answered.clear();
    await server.close();
    rmSync(root, { recursive: true });
  }
});

/** All generated pages, by their paths below dist/. */
function pages(folder = DIST) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((it) => {
    const path = join(folder, it.name);
    if (it.isDirectory()) return pages(path);
    return it.name.endsWith('.html') ? [relative(DIST, path)] : [];
  });
}

describe('of all files', () => {
  const all = pages().map((path) => ({ path, html: readFileSync(join(DIST, path), 'utf8') }));
  const still = all.filter(({ path }) => path.endsWith('index.html'));
  const unescape = (text) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
  /** The attributes of all elements of a name. */
  const elements = (html, name) => [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, attributes]) =>
    Object.fromEntries([...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [key, unescape(value)])));
  /** The file that an address on a page names; `null` when it is none of ours. */
  const target = (path, href) => {
    if (/^(https?|data|mailto|blob):/.test(href)) return null;
    const name = decodeURIComponent(href.split(/[?#]/)[0]);
    if (name === '') return join(DIST, path);
    const file = name.startsWith('/') ? join(DIST, name) : resolve(DIST, dirname(path), name);
    return name.endsWith('/') || name === '.' || name === '..' ? join(file, 'index.html') : file;
  };
  const months = (folder) => still.filter(({ path }) => path.startsWith(folder) && /^(ur\/)?\d{4}-\d\d\//.test(path)
    && path.startsWith('ur/') === (folder === 'ur/'));

  it('there is a page for each month and block in each language, and one file that holds all', () => {
    const names = new Set(all.map(({ path }) => path));
    for (const folder of ['', 'ur/']) {
      assert.equal(months(folder).length, MONTHS, folder);
      assert.ok(names.has(`${folder}index.html`));
      assert.ok(names.has(`${folder}changelog/index.html`));
      for (const block of BLOCKS) assert.ok(names.has(`${folder}embed/${block}/index.html`), `${folder}${block}`);
    }
    for (const lang of ['en', 'ur']) assert.ok(names.has(`it-exports-${lang}.html`));
  });

  it('each link leads to a file or to a place on its page', () => {
    const broken = new Set();
    for (const { path, html } of all) {
      // What a program says of links is no link.
      const markup = html.replaceAll(/(<script\b[^>]*>)[^]*?<\/script>/g, '$1</script>').replaceAll(/<style\b[^>]*>[^]*?<\/style>/g, '');
      const ids = new Set([...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
      const addresses = ['a', 'link', 'script', 'img', 'iframe', 'use'].flatMap((name) =>
        elements(markup, name).flatMap(({ href, src }) => [href, src]).filter((it) => it !== undefined));
      assert.ok(addresses.length > 5, path);
      for (const href of addresses) {
        const file = target(path, href);
        // The single file brings its data along and may be kept apart from the other language's.
        if (file && !existsSync(file)) broken.add(`${path}: ${href}`);
        const fragment = href.startsWith('#') ? href.slice(1) : '';
        if (fragment && !ids.has(fragment)) broken.add(`${path}: ${href} is not on the page`);
      }
    }
    assert.deepEqual([...broken].slice(0, 20), [], `${broken.size} broken`);
  });

  it('each page names itself: heading, title, description, languages', () => {
    const wrong = [];
    for (const { path, html } of all) {
      const check = (right, what) => right || wrong.push(`${path}: ${what}`);
      const lang = /(^ur\/|-ur\.html$)/.test(path) ? 'ur' : 'en';
      check(html.includes(`<html lang="${lang}" dir="${lang === 'ur' ? 'rtl' : 'ltr'}"`), 'lang');
      const first = [...html.matchAll(/<h1\b[^>]*>([^<]*)<\/h1>/g)];
      check(first.length === 1 && first[0][1].trim(), `${first.length} h1`);
      const title = html.match(/<title>([^<]+)<\/title>/)?.[1] ?? '';
      const meta = Object.fromEntries(elements(html.split('<body')[0], 'meta').map((it) => [it.name ?? it.property, it.content]));
      check(title && meta.description, 'title and description');
      for (const text of [title, meta.description ?? '']) check(/\p{Script=Arabic}/u.test(text) === (lang === 'ur'), `language of '${text}'`);
      if (!path.endsWith('index.html')) continue;

      const links = elements(html.split('<body')[0], 'link');
      const rel = (name) => links.filter((it) => it.rel === name);
      check(rel('canonical').length === 1, 'canonical');
      const languages = Object.fromEntries(rel('alternate').filter((it) => it.hreflang).map((it) => [it.hreflang, target(path, it.href)]));
      check(Object.keys(languages).sort().join() === 'en,ur,x-default', `hreflang ${Object.keys(languages)}`);
      check(languages['x-default'] === languages.en, 'x-default');
      // Each page of a pair names the other, and the canonical one is one of the two.
      check(languages[lang] === target(path, rel('canonical')[0]?.href ?? ''), 'canonical is another than its hreflang');
      const twin = join(DIST, lang === 'ur' ? '' : 'ur', relative(join(DIST, lang === 'ur' ? 'ur' : ''), languages[lang] ?? ''));
      check(languages[lang === 'ur' ? 'en' : 'ur'] === twin, `twin ${relative(DIST, twin)}`);
      if (!path.includes('embed/') && !path.includes(LATEST)) check(languages[lang] === join(DIST, path), 'canonical is itself');
      check(meta['og:title'] && meta['og:description'] && meta['og:image:alt'], 'og');
      check(meta['og:url'] !== undefined && target(path, meta['og:url']) === languages[lang], 'og:url');
    }
    assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} wrong`);
  });

  it('each page has a card of 1200 × 630 pixels and at most 60 kB', () => {
    const wrong = [];
    for (const { path, html } of still) {
      const image = elements(html, 'meta').find((it) => it.property === 'og:image')?.content;
      const file = image && target(path, image);
      if (!file || !existsSync(file)) {
        wrong.push(`${path}: no card '${image}'`);
        continue;
      }
      const png = readFileSync(file);
      const isPng = png.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')) && png.toString('latin1', 12, 16) === 'IHDR';
      const size = isPng ? `${png.readUInt32BE(16)} × ${png.readUInt32BE(20)}` : 'no PNG';
      if (size !== '1200 × 630' || png.length > 60_000) wrong.push(`${relative(DIST, file)}: ${size}, ${png.length} bytes`);
    }
    assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} wrong`);
  });

  it('no two months share a title or a description', () => {
    for (const folder of ['', 'ur/']) {
      for (const pattern of [/<title>([^<]+)/, /<meta name="description" content="([^"]+)/]) {
        const seen = new Map();
        for (const { path, html } of months(folder)) {
          const [, words] = html.match(pattern);
          assert.equal(seen.get(words), undefined, `${path}: ${words}`);
          seen.set(words, path);
        }
      }
    }
  });

  it('the first page describes the data for machines', () => {
    for (const path of ['index.html', 'ur/index.html']) {
      const { html } = still.find((it) => it.path === path);
      const blocks = [...html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)];
      assert.equal(blocks.length, 1, path);
      const data = JSON.parse(blocks[0][1]);
      assert.equal(data['@context'], 'https://schema.org');
      assert.equal(data['@type'], 'Dataset');
      for (const key of ['name', 'description', 'dateModified']) assert.ok(data[key], `${path}: ${key}`);
      assert.ok(data.description.length >= 50 && data.description.length <= 5000);
    }
  });
});

describe('on paper', () => {
  for (const javaScript of [true, false]) {
    it(`October 2023 is printed in either size, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      for (const path of ['/2023-10/', '/ur/2023-10/']) {
        const page = await open(path, { javaScript, whole: false, width: 794, height: 1123 });
        for (const format of ['A4', 'Letter']) {
          const pdf = await page.pdf({ format });
          assert.equal(pdf.toString('latin1', 0, 5), '%PDF-');
          assert.ok(pdf.length > 20_000, `${path}, ${format}: ${pdf.length} bytes`);
          const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
          assert.ok(count >= 2 && count <= 10, `${path}, ${format}: ${count} pages`);
        }
        await page.emulateMedia({ media: 'print' });
        assert.equal(await page.locator('.controls:visible').count(), 0);
        assert.ok(await page.locator('.printed').isVisible(), 'it says where it is from');
        for (const part of ['#headline .figure', '#trend .reading', '#breakdown .reading']) {
          // The program may be taking the block over.
          assert.ok(await page.locator(part).first().isVisible(), part);
        }
        // What is folded on the screen is on paper; the program fills the folds when it is told to print.
        if (javaScript) await page.evaluate(() => { dispatchEvent(new Event('beforeprint')); });
        for (const part of ['#trend-table table', '#contributions-table table', '#prints dl >> nth=0']) {
          await page.locator(part).waitFor().catch(() => assert.fail(`${path}: ${part} is not printed`));
        }
        assert.equal(await sidewaysScroll(page), 0);
        await page.finish();
      }
    });
  }
});
