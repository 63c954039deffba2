// On a phone of 360 pixels: fingers scroll, point and hit what they aim at.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { address, choose, isChosen, openPage, openPrints, openTable, readout } from './harness.mjs';

const PHONE = { touch: true, width: 360, height: 740, reducedMotion: true };

/** Moves one finger along a line, as fast as a finger goes. */
async function swipe(page, from, to) {
  const cdp = await page.context().newCDPSession(page);
  const send = (type, ...touchPoints) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  const steps = 12;
  await send('touchStart', from);
  for (let step = 1; step <= steps; step += 1) {
    const at = (axis) => from[axis] + (to[axis] - from[axis]) * step / steps;
    await send('touchMove', { x: at('x'), y: at('y') });
    await page.waitForTimeout(8);
  }
  await send('touchEnd');
  await cdp.detach();
}

/** Brings an element to the middle of the screen; returns where it is. */
async function middle(page, selector) {
  const element = page.locator(selector).first();
  await element.evaluate((it) => it.scrollIntoView({ block: 'center' }));
  return element.boundingBox();
}

const scrolled = (page) => page.evaluate(() => Math.round(scrollY));
const heading = async (page, block) => (await readout(page, block)).split('\n')[0];

describe('a finger on a chart', () => {
  it('scrolls the page when it goes up or down', async () => {
    const path = '/2023-10/?from=2021-01&to=2025-12';
    const page = await openPage({ ...PHONE, path });
    for (const chart of ['#trend .chart', '#breakdown .chart', '#strip', '.brush']) {
      const { x, y, height } = await middle(page, chart);
      const before = await scrolled(page);
      // Not on a handle: where it has no business but to scroll.
      const from = { x: x + 60, y: y + height / 2 };
      await swipe(page, from, { x: from.x + 4, y: from.y - 250 });
      await page.waitForFunction((before) => scrollY > before + 150, before)
        .catch(() => assert.fail(`${chart}: the page did not scroll`));
      assert.equal(address(page), path, `${chart}: and nothing was chosen`);
    }
  });

  it('reads the figure under it, where it taps and where it is drawn sideways', async () => {
    for (const lang of ['en', 'ur']) {
      const page = await openPage({ ...PHONE, lang });
      const { x, y, height } = await middle(page, '#trend .chart');
      const before = await scrolled(page);
      await page.touchscreen.tap(x + 60, y + height / 2);
      const tapped = await heading(page, '#trend');
      const band = page.locator('#trend .chart svg rect');
      const tappedAt = (await band.boundingBox()).x;
      assert.ok(Math.abs(tappedAt - x - 60) < 8, `${lang}: ${tappedAt}`);
      await swipe(page, { x: x + 60, y: y + height / 2 }, { x: x + 240, y: y + height / 2 });
      assert.notEqual(await heading(page, '#trend'), tapped);
      assert.ok(Math.abs((await band.boundingBox()).x - x - 240) < 8, 'the band is where the finger stopped');
      assert.equal(await scrolled(page), before);
      assert.equal(await page.evaluate(() => scrollX), 0);
      await page.finish();
    }
  });

  it('reads a sub-sector, which stays readable beside the finger', async () => {
    const page = await openPage(PHONE);
    const { x, y } = await middle(page, '#breakdown .chart');
    await page.touchscreen.tap(x + 100, y + 90);
    assert.equal(await heading(page, '#breakdown'), 'Software consultancy');
    const chart = await page.locator('#breakdown .chart').boundingBox();
    const strip = await page.locator('#breakdown .readout').boundingBox();
    assert.ok(strip.y >= chart.y + chart.height || strip.y + strip.height <= chart.y, 'the readout is not under the finger');
    assert.ok(strip.x >= 0 && strip.x + strip.width <= 360);
  });

  it('does not move what is below when the readout fills', async () => {
    const paths = { en: ['/', '/?measure=mom', '/?measure=ytd&num=pk'], ur: ['/', '/?measure=perday', '/?measure=index'] };
    for (const [lang, path] of Object.entries(paths).flatMap(([lang, all]) => all.map((path) => [lang, path]))) {
      const page = await openPage({ ...PHONE, lang, path });
      const { x, y, height } = await middle(page, '#trend .chart');
      const below = () => page.locator('#trend .picks').evaluate((it) => it.getBoundingClientRect().top);
      const before = await below();
      for (const place of [60, 150, 300]) {
        await page.touchscreen.tap(x + place, y + height / 2);
        assert.ok(Math.abs(await below() - before) < 1, `${lang} ${path}: moved by ${await below() - before} px`);
      }
      await page.finish();
    }
  });

  it('slides along the months', async () => {
    const page = await openPage(PHONE);
    const { x, y, width, height } = await middle(page, '#strip');
    await swipe(page, { x: x + width - 8, y: y + height / 2 }, { x: x + width / 2, y: y + height / 2 });
    const month = await page.locator('#strip').getAttribute('aria-valuetext');
    assert.match(month, /202[23]/, 'the middle of the record');
    assert.equal(await page.locator('#month').evaluate((it) => it.selectedOptions[0].label), month);
  });
});

/** What can be hit, except links within running text; too small ones as one string each. */
function smallTargets(page) {
  return page.evaluate(() => {
    const found = [];
    const targets = document.querySelectorAll(
      'a, button, select, summary, textarea, label:has(input), input[type=search]',
    );
    for (const it of targets) {
      if (!it.checkVisibility() || it.closest('.skip, p') && it.matches('a')) continue;
      const { width, height } = it.getBoundingClientRect();
      if (width < 44 || height < 44) {
        const name = it.innerText || it.ariaLabel || it.id;
        found.push(`${it.localName} '${name}' in #${it.closest('[id]:not(#app)')?.id}: ${width.toFixed(1)} × ${height.toFixed(1)}`);
      }
    }
    return found;
  });
}

describe('targets are at least 44 pixels high and wide', () => {
  for (const lang of ['en', 'ur']) {
    it(`on the page and in its dialogs, in ${lang}`, async () => {
      const page = await openPage({ ...PHONE, lang, path: '/2023-06/' });
      await page.locator('.settings > summary').click();
      for (const block of ['trend', 'breakdown']) {
        await page.locator(`#${block} .chart`).focus();
        await page.keyboard.press('Home');
        await openTable(page, `#${block}`);
      }
      await openPrints(page);
      assert.deepEqual(await smallTargets(page), []);
      await page.locator('.settings > summary').click();
      await choose(page, 'chart-1');
      assert.deepEqual(await smallTargets(page), []);
      await page.locator('#trend .readout > .link').click();
      assert.equal(await page.locator('dialog[open]').count(), 1);
      assert.deepEqual(await smallTargets(page), []);
    });
  }

  it('and so are the handles of the range', async () => {
    const page = await openPage({ ...PHONE, path: '/?from=2021-01&to=2024-06' });
    const { x, y, width, height } = await middle(page, '.brush');
    assert.ok(height >= 44, `${height}`);
    const hit = await page.evaluate(([x, y, width]) => {
      const ids = Array.from({ length: Math.floor(width) }, (_, left) => document.elementFromPoint(x + left, y)?.id);
      return { from: ids.filter((it) => it === 'from').length, to: ids.filter((it) => it === 'to').length };
    }, [x, y + height / 2, width]);
    assert.ok(hit.from >= 44 && hit.to >= 44, `${hit.from} and ${hit.to} px wide`);
  });
});

it('choices that do not fit can be reached, and the chosen one is in sight', async () => {
  for (const lang of ['en', 'ur']) {
    const page = await openPage({ ...PHONE, lang, path: '/?measure=index&freq=cy&chart=share' });
    for (const id of ['measure', 'freq', 'chart']) {
      const { left, right } = await page.locator(`#${id}`).evaluate((it) => {
        const label = it.getBoundingClientRect();
        return { left: label.left, right: label.right };
      });
      assert.ok(left >= 0 && right <= 360, `${lang} ${id}: from ${left} to ${right}`);
    }
    await choose(page, 'measure-0');
    assert.ok(await isChosen(page, 'measure-0'));
    await page.finish();
  }
});
