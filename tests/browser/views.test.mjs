// Whatever the reader chooses changes picture, sentence, table and address together, and the
// address alone brings all of it back.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  address, becomes, choose, differences, isChosen, openPage, openTable, openTree, readout, ready, snapshot, takeaway, visit, waitForAddress,
} from './harness.mjs';
import { LATEST, MONTHS, before, isDivided, monthsFrom, named } from './record.mjs';

const EVERYTHING = [
  'address', 'breakdown', 'breakdown words', 'headline', 'strip', 'table', 'trend', 'trend words',
];
const TREND = ['address', 'table', 'trend', 'trend words'];
const BREAKDOWN = ['address', 'breakdown', 'breakdown words'];
const MONTH = ['address', 'headline', 'strip', 'trend', 'trend words'];
const FROM_LATEST = isDivided(LATEST) ? [...MONTH, 'breakdown', 'breakdown words'] : MONTH;
const select = (id, label) => (page) => page.locator(`#${id}`).selectOption({ label });
const radio = (id) => (page) => choose(page, id);
const check = (code) => radio(`sector-${code}`);
const press = (id, key) => (page) => page.locator(`#${id}`).press(key);
/** A handle of the months shown, which comes when a reader wants months of his own. */
const handle = (id, key) => async (page) => {
  await choose(page, 'range-4');
  await page.locator(`#${id}`).press(key);
};
const click = (name) => (page) => page.getByRole('link', { name, exact: true }).click();

/** By subject: a choice, what the address says of it, and exactly the parts of the page it changes. */
const CHOICES = {
  months: [
    // The breakdown follows the month, where sub-sectors of the latest are published already.
    ['a month of the list', select('month', 'October 2023'), '/2023-10/', [...MONTH, 'breakdown', 'breakdown words']],
    ['the previous month', click('Previous month'), `/${before(1)}/`, FROM_LATEST],
    ['a month of the strip', press('strip', 'ArrowLeft'), `/${before(1)}/`, FROM_LATEST],
  ],
  measures: [
    ['the change on the month', radio('measure-1'), 'measure=mom', TREND],
    ['the change on the year', radio('measure-2'), 'measure=yoy', TREND],
    ['the fiscal year to date', radio('measure-3'), 'measure=ytd', TREND],
    ['the last 12 months', radio('measure-4'), 'measure=sum12', TREND],
    ['amounts a working day', radio('measure-5'), 'measure=perday', TREND],
    ['the index', radio('measure-6'), 'measure=index', TREND],
    ['quarters', radio('freq-1'), 'freq=q', TREND],
    ['fiscal years', radio('freq-2'), 'freq=fy', TREND],
    ['calendar years', radio('freq-3'), 'freq=cy', TREND],
  ],
  ranges: [
    ['one year', radio('range-0'), `from=${before(11)}`, TREND],
    ['three years', radio('range-1'), `from=${before(35)}`, TREND],
    ['all years', radio('range-3'), 'from=2015-07', TREND],
    ['a later first month', handle('from', 'PageUp'), /^from=20\d\d-\d\d$/, [...TREND, 'overview']],
    ['an earlier last month', handle('to', 'ArrowLeft'), `to=${before(1)}`, [...TREND, 'overview']],
  ],
  'sub-sectors': [
    ['a leaf of the tree', check('computer.freelance'),
      /^sector=.*computer\.software_consultancy/, [...TREND, ...BREAKDOWN]],
    ['a branch of the tree', check('computer'), 'sector=telecom,information', [...TREND, ...BREAKDOWN]],
  ],
  breakdowns: [
    ['another period', select('period', 'October 2023'), 'period=2023-10', BREAKDOWN],
    ['the year before', radio('chart-1'), 'chart=pairs', BREAKDOWN],
    ['the ranking', radio('chart-2'), 'chart=table', BREAKDOWN],
    ['parts over time', radio('chart-3'), 'chart=stack', BREAKDOWN],
    ['shares over time', radio('chart-4'), 'chart=share', BREAKDOWN],
  ],
  settings: [
    ['first prints', radio('vintage-1'), 'vintage=first', EVERYTHING.filter((it) => it !== 'breakdown')],
    ['crore and arab', radio('num-1'), 'num=pk', EVERYTHING.filter((it) => it !== 'strip')],
    ['dark colours', radio('theme-2'), 'theme=dark', ['address', 'breakdown', 'strip', 'trend']],
  ],
};

describe('a choice', () => {
  for (const [subject, choices] of Object.entries(CHOICES)) {
    it(`of ${subject} changes what it concerns and nothing else, can be undone, and sent`, async () => {
      const page = await openPage();
      const before = await snapshot(page);
      assert.equal(before.address, '/');
      const wrong = [];
      for (const [name, make, query, changed] of choices) {
        try {
          await make(page);
          const after = await snapshot(page);
          if (query instanceof RegExp) assert.match(after.address.slice(2), query);
          else assert.equal(after.address, query.startsWith('/') ? query : `/?${query}`);
          assert.deepEqual(differences(before, after), [...new Set(changed)].sort());
          await page.goBack();
          assert.deepEqual(differences(before, await snapshot(page)), [], 'after going back');
          await page.goForward();
          assert.deepEqual(differences(after, await snapshot(page)), [], 'after going forward');
          await page.reload();
          await ready(page);
          assert.deepEqual(differences(after, await snapshot(page)), [], 'by its address alone');
          await page.goBack();
          await snapshot(page);
        } catch (error) {
          wrong.push(`${name}: ${error.message}`);
          await visit(page, '/');
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
});

describe('measures and frequencies', () => {
  const OFFERED = {
    level: ['m', 'q', 'fy', 'cy'],
    mom: ['m', 'q'],
    yoy: ['m', 'q', 'fy', 'cy'],
    ytd: ['m'],
    sum12: ['m'],
    perday: ['m', 'q', 'fy', 'cy'],
    index: ['m', 'q', 'fy', 'cy'],
  };

  it('are offered together where they mean something, and each pair is a view of its own', async () => {
    const page = await openPage();
    const seen = { address: new Map(), trend: new Map(), 'trend words': new Map(), table: new Map() };
    for (const [place, [measure, frequencies]] of Object.entries(OFFERED).entries()) {
      await choose(page, 'measure-0');
      await choose(page, 'freq-0');
      await choose(page, `measure-${place}`);
      const offered = await page.locator('#freq option').count();
      assert.equal(offered || 1, frequencies.length, measure);
      for (const [step, frequency] of frequencies.entries()) {
        if (offered) await choose(page, `freq-${step}`);
        const shown = await snapshot(page);
        const expected = [measure !== 'level' && `measure=${measure}`, frequency !== 'm' && `freq=${frequency}`];
        assert.equal(shown.address.replace(/^\/\??/, ''), expected.filter(Boolean).join('&'));
        for (const [part, views] of Object.entries(seen)) {
          const twin = views.get(shown[part]);
          assert.equal(twin, undefined, `${part} of ${measure} by ${frequency} is that of ${twin}`);
          views.set(shown[part], `${measure} by ${frequency}`);
        }
      }
    }
    assert.equal(seen.trend.size, 20);
  });

  it('fall back to months when the measure knows no other frequency', async () => {
    const page = await openPage({ path: '/?freq=fy' });
    await choose(page, 'measure-1');
    await waitForAddress(page, '/?measure=mom');
    assert.ok(await isChosen(page, 'freq-0'));
  });
});

describe('the tree of sub-sectors', () => {
  const box = (page, code) => page.locator(`[id="sector-${code}"]`);
  const states = (page, codes) => Promise.all(codes.map((code) => box(page, code).evaluate((it) =>
    (it.indeterminate ? 'mixed' : it.checked ? 'on' : 'off'))));
  const CODES = ['total', 'computer', 'computer.freelance', 'computer.other', 'telecom'];

  it('shows parents as on, off or mixed, and switches everything below them', async () => {
    const page = await openPage();
    assert.deepEqual(await states(page, CODES), ['on', 'on', 'on', 'on', 'on']);
    await choose(page, 'sector-computer.freelance');
    assert.deepEqual(await states(page, CODES), ['mixed', 'mixed', 'off', 'on', 'on']);
    await choose(page, 'sector-telecom');
    assert.deepEqual(await states(page, CODES), ['mixed', 'mixed', 'off', 'on', 'off']);
    assert.match(await page.locator('#tree > summary').innerText(), /7 of 10/);
    // Of a mixed parent all is switched on, then off.
    await choose(page, 'sector-computer');
    assert.deepEqual(await states(page, CODES), ['mixed', 'on', 'on', 'on', 'off']);
    await choose(page, 'sector-computer');
    assert.deepEqual(await states(page, CODES), ['mixed', 'off', 'off', 'off', 'off']);
    await choose(page, 'sector-total');
    assert.deepEqual(await states(page, CODES), ['on', 'on', 'on', 'on', 'on']);
    await waitForAddress(page, '/');
    await page.goBack();
    assert.deepEqual(await states(page, CODES), ['mixed', 'off', 'off', 'off', 'off']);
  });

  it('with nothing chosen every block says so, and with all chosen again all is as before', async () => {
    const page = await openPage();
    const before = await snapshot(page);
    await (await openTree(page)).getByRole('button', { name: 'None' }).click();
    await waitForAddress(page, '/?sector=none');
    assert.deepEqual(await states(page, CODES), ['off', 'off', 'off', 'off', 'off']);
    for (const block of ['trend', 'breakdown', 'trend-table']) {
      const notices = await page.locator(`#${block} .notice`).allInnerTexts();
      assert.ok(notices.some((it) => it.startsWith('No sub-sector is chosen')), `${block}: ${notices}`);
    }
    assert.match(await page.locator('#trend .reading[aria-live]').innerText(), /No sub-sector is chosen/);
    assert.equal((await snapshot(page)).headline, before.headline, 'the headline is of all sub-sectors');
    await (await openTree(page)).getByRole('button', { name: 'All' }).click();
    assert.deepEqual(await snapshot(page), before);
  });

  it('is filtered by names in both languages, with what stands above and below a match', async () => {
    const page = await openPage();
    const shown = async (text) => {
      await (await openTree(page)).locator('input[type=search]').fill(text);
      return (await page.locator('#tree li label').allInnerTexts()).map((it) => it.trim());
    };
    const all = await shown('');
    assert.equal(all.length, 14);
    assert.deepEqual(await shown('FREEL'), ['IT exports', 'Computer', 'Freelance']);
    assert.deepEqual(await shown('کال سینٹر'), ['IT exports', 'Telecommunications', 'Call centres']);
    assert.deepEqual(await shown('9.3'), ['IT exports', 'Information', 'News agencies', 'Other information']);
    assert.deepEqual(await shown('potatoes'), []);
    assert.match(await (await openTree(page)).innerText(), /No sub-sector of that name/);
    assert.deepEqual(await shown(' '), all);
    // What is found can be chosen.
    await shown('freel');
    await choose(page, 'sector-computer.freelance');
    assert.equal(await box(page, 'computer').evaluate((it) => it.indeterminate), true);
  });

  it('says so where nothing is published in the months shown', async () => {
    const page = await openPage({ path: '/?sector=computer.freelance&from=2019-07&to=2022-01' });
    await openTable(page);
    for (const block of ['trend', 'trend-table']) {
      const notices = await page.locator(`#${block} .notice`).allInnerTexts();
      assert.ok(notices.some((it) => it.startsWith('No published figure')), `${block}: ${notices}`);
    }
    await page.locator('#trend .chart').focus();
    for (const key of ['End', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
    assert.equal(await page.locator('dialog[open]').count(), 0);
  });
});

describe('the breakdown', () => {
  it('is drawn again after every other way to show it', async () => {
    const drawn = {};
    const page = await openPage();
    for (const path of ['/', '/?chart=table', '/?chart=stack', '/?sector=none']) {
      await visit(page, path);
      if (path.includes('none')) await (await openTree(page)).getByRole('button', { name: 'All' }).click();
      for (const place of [4, 2, 0, 2, 3]) {
        await choose(page, `chart-${place}`);
        const { breakdown } = await snapshot(page);
        assert.equal(breakdown, drawn[place] ??= breakdown, `view ${place}, from ${path}`);
      }
    }
    assert.equal(new Set(Object.values(drawn)).size, 4);
  });

  it('of every kind of period names the period in unit and sentence', async () => {
    const page = await openPage();
    for (const label of ['July–May FY26', 'FY23', 'May 2026', 'February–April 2024']) {
      await page.locator('#period').selectOption({ label });
      const unit = await page.locator('#breakdown .unit').first().innerText();
      assert.ok(unit.includes(label), unit);
      const sentence = await page.locator('#breakdown .reading[aria-live]').innerText();
      assert.ok(sentence.includes(label), sentence);
      const fold = await openTable(page, '#breakdown');
      assert.ok((await fold.locator('caption').innerText()).includes(label));
      assert.ok((await fold.locator('thead').innerText()).includes(label));
    }
  });
});

describe('the history', () => {
  const entries = (page) => page.evaluate(() => history.length);

  it('has one entry for a slider that is held or dragged', async () => {
    const page = await openPage();
    const first = await entries(page);
    const figure = await page.locator('#headline .figure').innerText();
    await page.locator('#strip').focus();
    // A key that comes before the last one is drawn would move the handle from where it was.
    for (const month of [1, 2, 3, 4, 5, 6].map((ago) => before(ago))) {
      await page.keyboard.press('ArrowLeft');
      await waitForAddress(page, `/${month}/`);
    }
    assert.equal(await entries(page) - first, 1, 'held');
    // A span of one's own brings the handles.
    await choose(page, 'range-4');
    await page.locator('#from').scrollIntoViewIfNeeded();
    const track = await page.locator('#from').boundingBox();
    // The handle stands where the range begins, somewhat left of the middle.
    const handle = await page.evaluate(({ x, y, width, height }) => {
      for (let left = 0; left < width; left += 1) {
        if (document.elementFromPoint(x + left, y + height / 2)?.id === 'from') return left + 8;
      }
      return null;
    }, track);
    assert.notEqual(handle, null, 'the handle can be taken');
    const y = track.y + track.height / 2;
    await page.mouse.move(track.x + handle, y);
    await page.mouse.down();
    for (let step = 1; step <= 8; step += 1) await page.mouse.move(track.x + handle + step * 20, y);
    await page.mouse.up();
    await waitForAddress(page, new RegExp(`^/${before(6)}/\\?from=202\\d-\\d\\d$`));
    assert.equal(await entries(page) - first, 2, 'dragged');
    await page.goBack();
    await waitForAddress(page, `/${before(6)}/`);
    await page.goBack();
    await waitForAddress(page, '/');
    assert.equal(await page.locator('#headline .figure').innerText(), figure);
  });

  it('names the month of each entry in the title; a block keeps its own', async () => {
    for (const [lang, latest, chosen] of [['en', named(LATEST), 'October 2023'], ['ur', named(LATEST, 'ur'), 'اکتوبر 2023']]) {
      const page = await openPage({ lang });
      const titles = (month) => page.waitForFunction((month) => document.title.includes(month), month);
      const arrived = await page.title();
      await titles(latest);
      await page.locator('#month').selectOption({ label: chosen });
      await titles(chosen);
      const title = await page.evaluate(async () => {
        const text = await (await fetch(location.href)).text();
        return new DOMParser().parseFromString(text, 'text/html').title;
      });
      assert.equal(await page.title(), title, 'that of the page of the month');
      await page.goBack();
      await titles(latest);
      assert.equal(await page.title(), arrived, 'as it came');
      await visit(page, '/embed/trend/');
      const own = await page.title();
      await choose(page, 'measure-2');
      await waitForAddress(page, /measure=yoy/);
      assert.equal(await page.title(), own);
      await page.finish();
    }
  });

  it('has one entry for each step of the arrows beside the month', async () => {
    const page = await openPage();
    const first = await entries(page);
    const month = () => page.locator('#month').evaluate((it) => it.selectedOptions[0].label);
    for (let step = 0; step < 3; step += 1) await page.getByRole('link', { name: 'Previous month' }).click();
    await page.getByRole('link', { name: 'Next month' }).click();
    await becomes(first + 4, () => entries(page));
    const passed = [];
    for (let step = 0; step < 4; step += 1) {
      await page.goBack();
      passed.push(await month());
    }
    assert.deepEqual(passed, [3, 2, 1, 0].map((ago) => named(before(ago))));
  });

  it('takes along every control', async () => {
    const page = await openPage();
    const month = () => page.locator('#month').evaluate((it) => it.selectedOptions[0].label);
    const value = (id) => page.locator(`#${id}`).inputValue();
    const range = () => page.locator('#range').evaluate((it) => it.selectedIndex);
    const start = [await month(), await value('strip'), await range()];
    await page.locator('#month').selectOption({ label: 'October 2023' });
    await page.locator('#month').selectOption({ label: 'November 2023' });
    await page.getByRole('link', { name: 'Previous month' }).click();
    assert.equal(await month(), 'October 2023', 'the list follows the arrows');
    await choose(page, 'range-0');
    assert.notDeepEqual([await value('strip'), await range()], start.slice(1));
    await choose(page, 'measure-2');
    for (let step = 0; step < 5; step += 1) await page.goBack();
    assert.deepEqual([await month(), await value('strip'), await range()], start);
    assert.ok(await isChosen(page, 'measure-0'));
    assert.ok(await isChosen(page, 'range-2'));
    await page.goForward();
    assert.equal(await month(), 'October 2023');
  });
});

describe('the range of months', () => {
  it('ends where its handles meet', async () => {
    const page = await openPage();
    const push = (id, to) => page.locator(`#${id}`).evaluate((it, to) => {
      it.value = it[to];
      it.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, to);
    await choose(page, 'range-1');
    await choose(page, 'range-4');
    await page.locator('#to').press('PageDown');
    const end = await page.locator('#to').inputValue();
    await push('from', 'max');
    assert.equal(await page.locator('#from').inputValue(), end, 'a handle stops at the other');
    const shown = await page.locator('#from').getAttribute('aria-valuetext');
    assert.equal(shown, await page.locator('#to').getAttribute('aria-valuetext'));
    await push('to', 'min');
    assert.equal(await page.locator('#to').inputValue(), end);
    await waitForAddress(page, /from=([\d-]+)&to=\1$/);
    assert.ok((await page.locator('#trend .reading[aria-live]').innerText()).includes(shown));
  });

  it('of a single month can be widened again by pointer', async () => {
    const page = await openPage();
    for (const [path, first, second] of [
      [`/?from=${LATEST}`, 'from'], ['/?from=2015-07&to=2015-07', 'to'],
      // In the middle one handle lies on the other until it is moved.
      ['/?from=2021-01&to=2021-01', 'from', 'to'], ['/?from=2018-01&to=2018-01', 'to', 'from'],
    ]) {
      await visit(page, path);
      await page.locator('.brush').scrollIntoViewIfNeeded();
      const { x, y, width, height } = await page.locator('.brush').boundingBox();
      const middle = y + height / 2;
      const under = () => page.evaluate(({ x, y, width }) =>
        Array.from({ length: Math.round(width) }, (_, left) => document.elementFromPoint(x + left, y)?.id),
      { x, y: middle, width });
      const either = [first, second].filter(Boolean);
      for (let handle = 0; handle < either.length; handle += 1) {
        const ids = await under();
        const id = ids.find((it) => either.includes(it));
        assert.ok(id, `${path}: no handle can be taken`);
        either.splice(either.indexOf(id), 1, null);
        const at = x + Math.round((ids.indexOf(id) + ids.lastIndexOf(id)) / 2);
        const by = id === 'from' ? -100 : 100;
        const before = Number(await page.locator(`#${id}`).inputValue());
        await page.mouse.move(at, middle);
        await page.mouse.down();
        await page.mouse.move(at + by / 2, middle);
        await page.mouse.move(at + by, middle);
        await page.mouse.up();
        const moved = Number(await page.locator(`#${id}`).inputValue()) - before;
        assert.ok(moved * Math.sign(by) > 3, `${path}: '${id}' moved by ${moved}`);
      }
    }
  });
});

describe('an address', () => {
  const FULL = '/2023-10/?from=2020-01&to=2025-12&measure=yoy&freq=q'
    + '&sector=computer.freelance,telecom&period=2025-07..2026-03&chart=stack&vintage=first&num=pk&theme=dark';

  it('with every key sets every control, and leads to the same view in the other language', async () => {
    const page = await openPage({ path: FULL });
    const expectations = async () => {
      assert.equal(address(page).replace('/ur', ''), FULL);
      for (const id of ['measure-2', 'freq-1', 'chart-3', 'vintage-1', 'num-1', 'theme-2']) {
        assert.ok(await isChosen(page, id), id);
      }
      assert.equal(await page.locator('#month').evaluate((it) => it.selectedIndex), monthsFrom('2023-10'));
      assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
      assert.ok(await page.locator('[id="sector-telecom"]').isChecked());
      assert.ok(await page.locator('[id="sector-computer"]').evaluate((it) => it.indeterminate));
    };
    await expectations();
    assert.equal(await page.locator('main > .notice[role=status]').count(), 0);
    assert.equal(await page.locator('#from').getAttribute('aria-valuetext'), 'January 2020');
    assert.equal(await page.locator('#to').getAttribute('aria-valuetext'), 'December 2025');
    await page.locator('nav a[lang=ur]').click();
    await page.waitForURL('**/ur/2023-10/?*');
    await ready(page);
    await expectations();
    await page.locator('nav a[lang=en]').click();
    await page.waitForURL((url) => !url.pathname.includes('/ur'));
    await ready(page);
    await expectations();
  });

  it('ignores keys that are not its own, as hosts add them', async () => {
    const page = await openPage({ path: '/?utm_source=mail&month=2023-10&fbclid=%E2%9C%93&=&x' });
    assert.equal(await page.locator('main > .notice').count(), 0);
    assert.match(await page.locator('#headline .figure').innerText(), /238/);
    await choose(page, 'measure-2');
    await waitForAddress(page, '/2023-10/?measure=yoy');
  });

  it('may hold its keys behind the hash, where they survive links within the page', async () => {
    const page = await openPage({ path: '/#month=2023-10&measure=yoy' });
    const figure = () => page.locator('#headline .figure').innerText();
    assert.match(await figure(), /238/);
    assert.ok(await isChosen(page, 'measure-2'));
    await page.locator('a.skip').press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.parentElement.id), 'trend-table');
    assert.match(await figure(), /238/);
    assert.ok(await isChosen(page, 'measure-2'));
    await choose(page, 'measure-0');
    assert.match(await figure(), /238/);
    assert.ok(address(page).startsWith('/2023-10/'), address(page));
    // One who changes the hash by hand gets what it says.
    await page.evaluate(() => history.replaceState(null, '', '/'));
    await page.evaluate(() => { location.hash = 'month=2023-11'; });
    await page.waitForFunction(() => document.querySelector('#headline .figure').innerText.includes('259'));
  });

  it('with what does not exist shows the usual view and says so quietly', async () => {
    const bad = {
      month: ['2023-13', '2050-01', '1999-01', '', 'x', '%00', '2023-10-01'],
      from: ['2050-01', '0'],
      to: ['2009'],
      measure: ['median', 'LEVEL', '<b>'],
      freq: ['w'],
      sector: ['total,potatoes', ''],
      period: ['2023-02..2023-01', '2023-01..2023-02'],
      chart: ['pie'],
      vintage: ['second'],
      num: ['roman'],
      theme: ['pink'],
    };
    const page = await openPage();
    const usual = await snapshot(page);
    for (const [key, values] of Object.entries(bad)) {
      for (const value of values) {
        // Within one page: as if going back to an address that was edited.
        await page.evaluate((query) => {
          history.replaceState(null, '', query);
          dispatchEvent(new PopStateEvent('popstate'));
        }, `?${key}=${value}`);
        const { address: _, ...shown } = await snapshot(page);
        const { address: __, ...expected } = usual;
        assert.deepEqual(shown, expected, `${key}=${value}`);
        const notice = page.locator('main > .notice[role=status]');
        assert.ok((await notice.innerText()).includes(`(${key})`), `${key}=${value}: ${await notice.innerText()}`);
      }
    }
    await choose(page, 'measure-2');
    assert.equal(await page.locator('main > .notice').count(), 0, 'the notice goes with the next choice');
    await waitForAddress(page, '/?measure=yoy');
  });

  it('whose months or measure and frequency contradict each other is told so', async () => {
    const page = await openPage();
    for (const [path, key] of [['/?from=2024-01&to=2020-01', 'from'], ['/?measure=mom&freq=fy', 'freq']]) {
      await visit(page, path);
      assert.ok((await page.locator('main > .notice[role=status]').innerText()).includes(`(${key})`));
    }
  });

  it('does without what is usual', async () => {
    const page = await openPage({ path: `/?month=${LATEST}&measure=level&freq=m&chart=contrib&theme=auto&vintage=latest&sector=total` });
    assert.equal(await page.locator('main > .notice').count(), 0);
    await choose(page, 'measure-2');
    await choose(page, 'measure-0');
    await waitForAddress(page, '/');
  });
});

describe('settings', () => {
  it('show the earliest figures, and say that they are', async () => {
    const page = await openPage({ path: '/2023-06/' });
    assert.match(await page.locator('#headline .figure').innerText(), /^\$22[45]/);
    await choose(page, 'vintage-1');
    assert.equal(await page.locator('#headline .figure').innerText(), '$236 million');
    assert.match(await page.locator('main > .notice').innerText(), /the earliest in this record/);
  });

  it('write large numbers in either way, in both languages', async () => {
    for (const [lang, path, amount] of [
      ['en', '/2023-10/?num=pk', '23 crore 80 lakh dollars'],
      ['ur', '/2023-10/?num=intl', '238 ملین ڈالر'],
    ]) {
      const page = await openPage({ lang, path });
      assert.equal((await page.locator('#headline .figure').innerText()).replace(/[\u2066-\u2069]/g, ''), amount);
      const { table } = await snapshot(page);
      const unit = lang === 'en' ? 'crore US dollars' : 'ملین امریکی ڈالر';
      assert.ok(table.includes(unit), table.slice(0, 200));
      await page.finish();
    }
  });

  it('choose colours over those of the device, and follow it again', async () => {
    const page = await openPage({ theme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = { ground: await ground(), trend: (await snapshot(page)).trend };
    await choose(page, 'theme-1');
    const light = { ground: await ground(), trend: (await snapshot(page)).trend };
    assert.notEqual(light.ground, dark.ground);
    assert.notEqual(light.trend, dark.trend);
    await choose(page, 'theme-0');
    assert.deepEqual({ ground: await ground(), trend: (await snapshot(page)).trend }, dark);
    await page.emulateMedia({ colorScheme: 'light' });
    assert.deepEqual({ ground: await ground(), trend: (await snapshot(page)).trend }, light);
  });
});

describe('the table', () => {
  const column = (page, place) => page.locator(`#trend-table tbody tr > :nth-child(${place})`).allInnerTexts();
  const number = (text) => Number(text.replace(/[,%+]/g, '').replace('−', '-'));

  it('is sorted by its headings, up and down', async () => {
    const page = await openPage({ path: '/?measure=yoy' });
    await openTable(page);
    const months = await column(page, 1);
    assert.equal(months[0], named(LATEST));
    const sorted = async (name) => {
      const heading = page.locator('#trend-table thead th', { hasText: name });
      await heading.getByRole('button').click();
      return heading.getAttribute('aria-sort');
    };
    for (const [name, place] of [['Exports', 2], ['On the year', 3]]) {
      assert.equal(await sorted(name), 'descending', 'figures begin with the highest');
      const down = (await column(page, place)).map(number);
      assert.deepEqual(down, [...down].sort((a, b) => b - a), name);
      assert.equal(await sorted(name), 'ascending');
      assert.deepEqual((await column(page, place)).map(number), [...down].reverse(), name);
    }
    assert.equal(await page.locator('#trend-table thead th[aria-sort=ascending]').count(), 1);
    assert.equal(await sorted('Period'), 'ascending');
    assert.deepEqual(await column(page, 1), [...months].reverse(), 'periods in the order of time');
    assert.equal(await sorted('Status'), 'ascending');
    const statuses = await column(page, 5);
    assert.deepEqual(statuses, [...statuses].sort());
  });

  it('is filtered, and the filter can always be taken back', async () => {
    const page = await openPage();
    await openTable(page);
    const field = page.locator('#trend-table input[type=search]');
    await field.fill('OCTOBER 20');
    const found = await column(page, 1);
    assert.ok(found.length >= 7 && found.every((it) => it.startsWith('October') || !it.includes('October')), String(found));
    await field.fill('2023');
    assert.equal((await column(page, 1)).filter((it) => it.includes('2023')).length, 12);
    await field.fill('no such row');
    assert.equal(await page.locator('#trend-table tbody tr').count(), 0);
    assert.equal(await page.locator('#trend-table .notice').innerText(), 'No row holds that.');
    for (const step of ['freq-2', 'measure-2']) {
      await choose(page, step);
      const rows = await page.locator('#trend-table tbody tr').count();
      assert.ok(rows > 0 || await field.isVisible(), `${step}: no row, and no field to clear`);
    }
    await choose(page, 'measure-0');
    await choose(page, 'freq-0');
    if (await field.isVisible()) await field.fill('');
    assert.equal(await page.locator('#trend-table tbody tr').count(), MONTHS);
  });

  it('says how many rows it has, and shows all of them when it is opened', async () => {
    const page = await openPage();
    const summary = page.locator('#trend-table > summary');
    assert.equal(await summary.innerText(), `Table (${MONTHS})`);
    assert.equal(await page.locator('#trend-table table').count(), 0, 'no rows are made for a closed fold');
    await openTable(page);
    assert.equal(await page.locator('#trend-table tbody tr').count(), MONTHS);
    await choose(page, 'freq-2');
    const rows = await page.locator('#trend-table tbody tr').count();
    assert.ok(rows > 3 && rows < 12, `${rows} fiscal years`);
    assert.match(await summary.innerText(), new RegExp(`\\(${rows}\\)$`));
    await summary.click();
    await page.waitForFunction(() => !document.querySelector('#trend-table table'));
  });
});

describe('the source of a figure', () => {
  /** The figures listed in the open dialog or a fold, each a map of its terms. */
  const figures = (page, inside = 'dialog[open]') => page.locator(`${inside} dl`).evaluateAll((lists) => lists.map((list) =>
    Object.fromEntries([...list.querySelectorAll('dt')].map((term) =>
      [term.innerText, term.nextElementSibling.innerText.trim()]))));
  const values = (figure) => Object.values(figure).join(' | ');

  /** Closes with Esc; the focus must be back on the element that had it before. */
  async function closed(page, opener) {
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog[open]').count(), 0);
    assert.ok(await opener.evaluate((it) => it === document.activeElement), 'the focus returns');
  }

  it('opens from the headline with every print of the figure', async () => {
    const page = await openPage({ path: '/2023-06/' });
    const opener = page.locator('#prints > summary');
    assert.match(await opener.innerText(), /: 3$/);
    await opener.click();
    await page.locator('#prints dl').first().waitFor();
    const listed = await figures(page, '#prints');
    assert.equal(listed.length, 3);
    const [first, second, third] = listed.map(values);
    assert.match(first, /\$236 million.*18 July 2023.*1 of 3/);
    assert.match(second, /\$224 million.*June 2023.*revised.*18 August 2023.*2 of 3.*State Bank of Pakistan.*ProPakistani/);
    assert.match(third, /\$224\.95 million.*3 of 3/);
    const link = page.locator('#prints dl').nth(1).getByRole('link');
    assert.match(await link.getAttribute('href'), /^https:\/\/(www\.)?propakistani\.pk\//);
    assert.match(await link.getAttribute('rel'), /noopener/);
    // Without a second click: it stays open from month to month, with the prints of that month.
    await page.locator('#previous').click();
    await waitForAddress(page, '/2023-05/');
    assert.ok((await figures(page, '#prints')).every((it) => values(it).includes('May 2023')));
    await opener.click();
    assert.equal(await page.locator('#prints dl:visible').count(), 0);
  });

  it('opens from the readout and from a row of the table with that figure', async () => {
    const page = await openPage({ path: '/2023-06/' });
    await page.locator('#trend .chart').focus();
    for (const key of ['Home', ...Array(4).fill('PageDown'), 'ArrowLeft']) await page.keyboard.press(key);
    assert.match(await readout(page), /^June 2023/);
    const fromReadout = page.locator('#trend .readout').getByRole('button', { name: 'Source' });
    await fromReadout.click();
    const pointed = await figures(page);
    assert.equal(pointed.length, 1);
    assert.match(values(pointed[0]), /\$224\.95 million.*3 of 3/);
    await closed(page, fromReadout);

    await openTable(page);
    await page.locator('#trend-table input[type=search]').fill('June 2023');
    const fromTable = page.locator('#trend-table').getByRole('button', { name: 'Source: June 2023' });
    await fromTable.click();
    assert.deepEqual(await figures(page), pointed);
    await page.locator('dialog[open]').getByRole('button', { name: 'Close' }).click();
    assert.equal(await page.locator('dialog[open]').count(), 0);

    await choose(page, 'vintage-1');
    await fromTable.click();
    assert.match(values((await figures(page))[0]), /\$236 million.*1 of 3/);
    await closed(page, fromTable);
  });

  it('opens at rest, before anything is pointed at', async () => {
    const page = await openPage({ path: '/2023-10/' });
    for (const [block, period] of [['#trend', /October 2023/], ['#breakdown', /October 2023/]]) {
      await page.locator(`${block} .readout`).getByRole('button', { name: 'Source' }).click();
      assert.match(await page.locator('dialog[open]').innerText(), period);
      await page.locator('dialog[open] .close').click();
    }
  });

  it('opens from the breakdown with both periods compared', async () => {
    const page = await openPage({ path: '/?period=2023-10' });
    await page.locator('#breakdown .chart').focus();
    await page.keyboard.press('Home');
    const pointed = await readout(page, '#breakdown');
    await page.locator('#breakdown .readout').getByRole('button', { name: 'Source' }).click();
    const listed = (await figures(page)).map(values);
    assert.equal(listed.length, 2, pointed);
    assert.match(listed[0], /October 2023/);
    assert.match(listed[1], /October 2022/);
    const [told, exact] = [pointed, listed[0]].map((it) => Number(/\$([\d.]+)/.exec(it)[1]));
    assert.ok(Math.abs(told - exact) <= 0.05, `${pointed}: ${listed[0]}`);
  });
});

describe('what is pointed at', () => {
  it('stays what it is when the chart becomes another, or is let go', async () => {
    const page = await openPage();
    await page.locator('#trend .chart').focus();
    for (const key of ['End', 'PageUp']) await page.keyboard.press(key);
    const yearAgo = named(before(12));
    assert.ok((await readout(page)).startsWith(yearAgo));
    for (const id of ['range-1', 'measure-2', 'range-0', 'measure-0', 'freq-1', 'freq-0', 'range-3']) {
      await choose(page, id);
      assert.match(await readout(page), new RegExp(`^(${yearAgo}|${named(LATEST)}|\\w+–)`), id);
    }
    await page.locator('#breakdown .chart').focus();
    await page.keyboard.press('Home');
    const name = (await readout(page, '#breakdown')).split('\n')[0];
    for (const id of ['sector-telecom', 'chart-2', 'chart-0']) {
      await choose(page, id);
      const now = (await readout(page, '#breakdown')).split('\n')[0];
      assert.ok(now === name || id === 'chart-2', `${id}: ${now}`);
    }
  });

  it('follows the mouse and can be made the headline', async () => {
    const page = await openPage();
    const chart = page.locator('#trend .chart');
    await chart.hover({ position: { x: 300, y: 200 } });
    const first = (await readout(page)).split('\n')[0];
    await chart.hover({ position: { x: 500, y: 200 } });
    const second = (await readout(page)).split('\n')[0];
    assert.notEqual(first, second);
    const band = page.locator('#trend .chart svg rect');
    assert.ok(Math.abs((await band.boundingBox()).x - (await chart.boundingBox()).x - 500) < 20, 'the band is under the mouse');
    // The mouse reaches what is told of the point, which stays.
    const name = page.locator('#trend .readout').getByTitle('Show in headline');
    await name.click();
    assert.equal(await page.locator('#month').evaluate((it) => it.selectedOptions[0].label), second);
    assert.equal(await name.count(), 0);
    await chart.dblclick({ position: { x: 500, y: 200 } });
    assert.ok((await page.locator('dialog[open]').innerText()).includes(second));
  });
});

describe('what is copied', () => {
  it('is the address of the view, and its sentence with source and address', async () => {
    const page = await openPage({
      path: '/2023-10/', context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    await choose(page, 'measure-2');
    const copies = async (block, name, expected) => {
      await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
      await page.locator(`#${block} .actions`).getByRole('button', { name }).click();
      await page.waitForFunction(async () => await navigator.clipboard.readText() !== 'nothing yet');
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), expected, `${block}: ${name}`);
      await page.locator('[role=status]', { hasText: /copied/i }).first().waitFor();
    };
    for (const block of ['headline', 'trend', 'breakdown']) {
      const literal = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
      await copies(block, 'Copy link', new RegExp(`^${literal(page.url())}$`));
      // Beside the figure stands what it means; what is copied has to have the figure, too.
      const sentence = block === 'headline'
        ? 'Pakistan exported $238 million of IT services in October 2023: 15.5% more than in September'
        : await page.locator(`#${block} .reading[aria-live]`).innerText();
      await takeaway(page, `#${block}`, 'Copy the sentence');
      await copies(block, 'Copy the sentence', new RegExp(`^${literal(sentence)}.*\nSource: .*${literal(page.url())}$`));
    }
  });
});
