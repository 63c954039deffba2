// Everything on the page, by keyboard alone.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openPage, openPrints, openTable, openTree, readout, visit, waitForAddress } from './harness.mjs';
import { LATEST, before, calendarYears, fiscalYears, named, quarters } from './record.mjs';

const focused = (page) => page.evaluate(() => {
  const it = document.activeElement;
  return it === document.body ? '' : it.id || it.className || it.innerText;
});
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const line = async (page, block) => (await readout(page, block)).split('\n')[0];

/** Numbers all elements that a keyboard should stop at, in their order on the page. */
function numberStops(page) {
  return page.evaluate(() => {
    const candidates = document.querySelectorAll(
      'a[href], button, select, summary, textarea, input, [tabindex="0"]',
    );
    const groups = new Set();
    const stops = [...candidates].filter((it) => {
      if (!it.checkVisibility() || it.disabled) return false;
      if (it.type !== 'radio') return true;
      // Of a group of radio buttons the chosen one is the stop, or the first.
      const chosen = document.querySelector(`input[name="${it.name}"]:checked`);
      if (chosen ? it !== chosen : groups.has(it.name)) return false;
      groups.add(it.name);
      return true;
    });
    for (const [place, it] of stops.entries()) it.dataset.stop = place;
    return stops.map((it) => it.id || it.ariaLabel || it.innerText || it.outerHTML.slice(0, 80));
  });
}

/** Where the focus is, and whether a reader can see it: an outline on the element or on its label. */
function look(page) {
  return page.evaluate(() => {
    const it = document.activeElement;
    const shows = (element) => {
      const style = getComputedStyle(element);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== 'rgba(0, 0, 0, 0)';
    };
    const outlined = [it, it.closest('label')].filter(Boolean).some((element) => {
      const { width, height } = element.getBoundingClientRect();
      return shows(element) && width > 10 && height > 10;
    });
    return { stop: it === document.body ? null : Number(it.dataset.stop), outlined };
  });
}

for (const [lang, path] of [['en', '/'], ['ur', '/'], ['en', '/?chart=stack&measure=yoy']]) {
  it(`Tab reaches every control in the order of the page, visibly: ${lang} ${path}`, async () => {
    const page = await openPage({ lang, path });
    await page.locator('.settings').evaluate((it) => { it.open = true; });
    for (const block of ['#trend', '#breakdown']) await openTable(page, block);
    await openPrints(page);
    // A readout that shows a figure holds buttons, too.
    await page.locator('#trend .chart').focus();
    await press(page, 'Home');
    // Below, everything comes alive when the reader comes near.
    await page.evaluate(() => dispatchEvent(new Event('it-exports:near')));
    await page.locator('#targets .take').waitFor();
    const stops = await numberStops(page);
    assert.ok(stops.length > 60, `${stops.length} stops`);
    await page.locator('a.skip').focus();
    const reached = [];
    const unseen = [];
    for (let step = 0; step < stops.length; step += 1) {
      const { stop, outlined } = await look(page);
      reached.push(`${step}: ${stops[stop]}`);
      if (!outlined) unseen.push(stops[stop]);
      await page.keyboard.press('Tab');
      // A date has stops of its own, for day, month, year and calendar.
      while (stops[stop] === 'as-of' && (await look(page)).stop === stop) await page.keyboard.press('Tab');
    }
    assert.deepEqual(reached, stops.map((name, step) => `${step}: ${name}`));
    assert.deepEqual(unseen, [], 'these do not show that they have the focus');
  });
}

it('has one tab stop for each chart', async () => {
  const page = await openPage();
  for (const path of ['/', '/?chart=stack', '/?chart=share&measure=index']) {
    await visit(page, path);
    assert.equal(await page.locator(':is(#trend, #breakdown) .chart').count(), 2);
    for (const chart of await page.locator(':is(#trend, #breakdown) .chart').all()) {
      assert.equal(await chart.getAttribute('tabindex'), '0');
      assert.equal(await chart.locator('a, button, input, select, [tabindex]').count(), 0);
    }
  }
});

it('the first stop leads to the table of figures', async () => {
  const page = await openPage();
  await press(page, 'Tab');
  const link = page.locator('a.skip');
  assert.ok(await link.evaluate((it) => it === document.activeElement));
  const { width, height } = await link.boundingBox();
  assert.ok(width > 44 && height >= 44, `${width} × ${height}: it shows itself`);
  await press(page, 'Enter');
  const summary = page.locator('#trend-table > summary');
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector('#trend-table > summary').getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }).catch(() => assert.fail('the table is not in sight'));
  await press(page, 'Tab');
  assert.ok(await summary.evaluate((it) => it === document.activeElement), 'and the next stop is its summary');
});

for (const lang of ['en', 'ur']) {
  const periods = [LATEST, before(1), before(13), before(1), '2019-07', '2019-08'].map((it) => named(it, lang));
  it(`arrows, page keys, Home and End move through the trend, left to right, in ${lang}`, async () => {
    const page = await openPage({ lang, reducedMotion: true });
    const chart = page.locator('#trend .chart');
    await chart.focus();
    const at = await page.evaluate(() => scrollY);
    const band = page.locator('#trend .chart svg rect');
    const shown = [];
    const places = [];
    for (const key of ['End', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'ArrowRight']) {
      await press(page, key);
      shown.push(await line(page));
      places.push((await band.boundingBox()).x);
    }
    assert.deepEqual(shown, periods);
    assert.ok(places[0] > places[1] && places[1] > places[2] && places[4] < places[5], String(places));
    // At the ends it stays.
    await press(page, 'Home', 'ArrowLeft', 'PageUp');
    assert.equal(await line(page), periods[4]);
    await press(page, 'End', 'ArrowRight', 'PageDown');
    assert.equal(await line(page), periods[0]);
    assert.equal(await page.evaluate(() => scrollY), at, 'the page does not scroll meanwhile');
    const [figure] = (await page.locator('#headline .figure').innerText()).match(/\d+/);
    assert.ok((await readout(page)).includes(figure), figure);
  });
}

it('a page key is a year by every frequency', async () => {
  const page = await openPage();
  for (const [path, periods] of [
    ['/?freq=q', quarters()],
    ['/?freq=fy', fiscalYears()],
    ['/?freq=cy', calendarYears()],
    ['/?measure=ytd', [named(LATEST), named(before(12))]],
  ]) {
    await visit(page, path);
    await page.locator('#trend .chart').focus();
    await press(page, 'End');
    const last = await line(page);
    await press(page, 'PageUp');
    assert.deepEqual([last, await line(page)], periods, path);
  }
});

it('arrows go from sub-sector to sub-sector in the pairs, and from part to part over time', async () => {
  const page = await openPage({ path: '/?chart=pairs' });
  await page.locator('#breakdown .chart').focus();
  // From what is told of at rest.
  assert.equal(await line(page, '#breakdown'), 'Software consultancy');
  await press(page, 'ArrowDown');
  assert.equal(await line(page, '#breakdown'), 'Freelance');
  await press(page, 'ArrowUp');
  assert.equal(await line(page, '#breakdown'), 'Software consultancy');
  await press(page, 'End', 'ArrowDown');
  const last = await line(page, '#breakdown');
  await press(page, 'ArrowUp');
  assert.notEqual(await line(page, '#breakdown'), last);
  await press(page, 'Home', 'ArrowUp');
  assert.equal(await line(page, '#breakdown'), 'Software consultancy');
  await page.finish();

  const stack = await openPage({ path: '/?chart=stack' });
  await stack.locator('#breakdown .chart').focus();
  await press(stack, 'End');
  const parts = new Set();
  for (let step = 0; step < 12; step += 1) {
    parts.add(await line(stack, '#breakdown'));
    await press(stack, 'ArrowDown');
  }
  const periods = new Set([...parts].map((it) => it.split(' · ')[0]));
  assert.equal(periods.size, 1, 'up and down stay in the column');
  assert.ok(parts.size >= 5, [...parts].join(', '));
  const bottom = await line(stack, '#breakdown');
  await press(stack, 'ArrowUp');
  assert.ok(parts.has(await line(stack, '#breakdown')));
  assert.notEqual(await line(stack, '#breakdown'), bottom);
  await press(stack, 'ArrowLeft');
  assert.notEqual((await line(stack, '#breakdown')).split(' · ')[0], [...periods][0]);
});

it('Enter opens the source of the figure, T opens the table, ? lists the keys, Esc lets go', async () => {
  const page = await openPage();
  const dialog = page.locator('dialog[open]');
  for (const [path, block, name, first] of [
    ['/', 'trend', 'trend', 'July 2019'],
    ['/', 'breakdown', 'contributions', 'Freelance'],
    ['/?chart=pairs', 'breakdown', 'breakdown', 'Software consultancy'],
  ]) {
    await visit(page, path);
    const chart = page.locator(`#${block} .chart`);
    const hasFocus = () => chart.evaluate((it) => it === document.activeElement);
    await chart.focus();
    const rest = await line(page, `#${block}`);
    assert.match(rest, /\w/, 'something is told at rest');
    await press(page, 'Home', 'Enter');
    assert.match(await dialog.innerText(), /Where this figure comes from/);
    assert.ok((await dialog.innerText()).includes(first));
    await press(page, 'Escape');
    assert.equal(await dialog.count(), 0);
    assert.ok(await hasFocus(), 'the focus returns');
    assert.equal(await line(page, `#${block}`), first, 'and the figure is still pointed at');
    await press(page, '?');
    assert.match(await dialog.innerText(), /Keys in a chart[^]*previous, next point/);
    await press(page, 'Escape');
    assert.equal(await dialog.count(), 0);
    assert.ok(await hasFocus());
    await press(page, 'Escape');
    assert.equal(await line(page, `#${block}`), rest);
    assert.equal(await chart.locator('svg rect').count(), 0);
    for (const key of ['t', 'T']) {
      await chart.focus();
      await press(page, key);
      const fold = page.locator(`#${name}-table`);
      await fold.locator('table').waitFor();
      assert.ok(await fold.locator('> summary').evaluate((it) => it === document.activeElement), `${name}: ${key}`);
    }
  }
});

it('single letters do nothing outside a chart, and nothing with Ctrl or Alt', async () => {
  const page = await openPage();
  await openTable(page);
  const places = [
    '#headline select', '#strip', '#headline .actions button', '#measure', '#trend-rows', '#previous', '#trend-table > summary',
    '#tree > summary',
  ];
  for (const place of places) {
    const element = page.locator(place).first();
    await element.focus();
    await press(page, '?', 'Escape');
    if (!/select|measure/.test(place)) await press(page, 't');
    assert.equal(await page.locator('dialog[open]').count(), 0, place);
    assert.ok(await element.evaluate((it) => it === document.activeElement), place);
  }
  assert.equal(new URL(page.url()).search, '');
  const chart = page.locator('#trend .chart');
  await chart.focus();
  await press(page, 'Home');
  await chart.evaluate((it) => {
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
      for (const key of ['t', '?', 'ArrowRight', 'Enter']) {
        it.dispatchEvent(new KeyboardEvent('keydown', { key, [modifier]: true, bubbles: true }));
      }
    }
  });
  assert.equal(await line(page), 'July 2019');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  assert.ok(await chart.evaluate((it) => it === document.activeElement));
});

it('every kind of control can be worked', async () => {
  const page = await openPage();
  const shows = (expected) => waitForAddress(page, expected);
  await page.locator('#measure').focus();
  await press(page, 'ArrowDown');
  await shows('/?measure=mom');
  await page.locator('#measure').press('ArrowUp');
  await page.locator('#strip').press('PageDown');
  await shows(/^\/20\d\d-\d\d\/$/);
  await page.locator('#strip').press('End');
  await shows('/');
  await page.locator('#strip').press('Home');
  await shows('/2019-07/');
  await page.locator('#strip').press('ArrowRight');
  await shows('/2019-08/');
  await page.getByRole('link', { name: 'Previous month' }).press('Enter');
  await shows('/2019-07/');
  // The link is gone with the first month: the focus must not be lost with it.
  assert.notEqual(await focused(page), '', 'the focus stays near');
  await page.locator('#strip').press('End');
  await openTree(page);
  await page.locator('[id="sector-telecom"]').press('Space');
  await shows('/?sector=computer,information');
  await (await openTree(page)).getByRole('button', { name: 'All' }).press('Space');
  await shows('/');
  await page.locator('.settings > summary').press('Enter');
  assert.ok(await page.locator('#theme').isVisible());
  await page.locator('#theme').press('ArrowDown');
  await shows('/?theme=light');
  await page.locator('#prints > summary').press('Enter');
  await page.locator('#prints dl').first().waitFor();
  await page.locator('#trend-table > summary').press('Space');
  await page.locator('#trend-table thead button').first().press('Enter');
  assert.equal(await page.locator('#trend-table thead th').first().getAttribute('aria-sort'), 'ascending');
  await page.locator('#trend-rows').focus();
  assert.ok(await page.locator('#trend-rows').evaluate((it) => it === document.activeElement));
});

describe('a dialog', () => {
  it('keeps the focus inside until it is closed', async () => {
    const page = await openPage();
    await page.locator('#trend .chart').focus();
    await press(page, 'Home');
    await page.locator('#trend .readout').getByRole('button', { name: 'Source' }).press('Enter');
    for (let step = 0; step < 6; step += 1) {
      await press(page, 'Tab');
      // Chromium passes by the browser's own bar, which is no element of the page.
      const inside = await page.evaluate(() => document.activeElement === document.body
        || document.activeElement.closest('dialog[open]') !== null);
      assert.ok(inside, await focused(page));
    }
    await page.locator('dialog[open]').getByRole('button', { name: 'Close' }).press('Enter');
    assert.equal(await focused(page), 'link');
  });
});
