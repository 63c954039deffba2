// What a reader sees at first sight, what stands below a chart, and how long the page is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { axe, choose, openPage, openTree, readout, screenshot, sidewaysScroll } from './harness.mjs';

/** Those of the parts that are not whole within the window. */
const beyond = (page, parts) => page.evaluate((parts) => parts.filter((part) => {
  const it = document.querySelector(part)?.getBoundingClientRect();
  return !it || it.height === 0 || it.top < 0 || it.left < 0 || it.bottom > innerHeight || it.right > innerWidth;
}), parts);

describe('the first screen', () => {
  for (const [width, height] of [[1280, 800], [1440, 900]]) {
    for (const lang of ['en', 'ur']) {
      it(`of ${width} × ${height} px has the figure, what it means and the whole trend, in ${lang}`, async () => {
        for (const [path, theme] of [['/', 'light'], ['/', 'dark'], ['/2023-10/', 'light'], ['/2024-12/', 'light']]) {
          const page = await openPage({ lang, path, width, height, theme });
          const parts = ['.figure', 'h2', '.changes'].map((it) => `#headline ${it}`);
          parts.push(...['h2', '.unit', '.chart', '.steps', '.picks'].map((it) => `#trend ${it}`));
          const missing = await beyond(page, parts);
          if (missing.length) assert.fail(`${path}: ${missing}: ${await screenshot(page, `first-${lang}-${width}`)}`);
          await page.finish();
        }
      });
    }
  }

  for (const lang of ['en', 'ur']) {
    it(`of a phone has the figure, its changes and the name of the trend, in ${lang}`, async () => {
      const page = await openPage({ lang, width: 390, height: 844 });
      assert.deepEqual(await beyond(page, ['#headline .figure', '#headline h2', '#headline .changes']), []);
      if (lang === 'en') assert.deepEqual(await beyond(page, ['#trend h2']), []);
    });
  }

  it('says nothing twice', async () => {
    for (const path of ['/', '/2023-10/', '/2026-07/', '/2019-07/', '/2025-12/']) {
      const page = await openPage({ path });
      const figure = await page.locator('#headline .figure').innerText();
      for (const part of ['#headline h2', '#answer']) {
        assert.ok(!(await page.locator(part).innerText()).includes(figure), `${path}: ${part}`);
      }
      // In the first month of the year there is no more of the year.
      if (path.endsWith('-07/')) assert.doesNotMatch(await page.locator('#answer').innerText(), /add up/);
      await page.finish();
    }
  });
});

describe('what is told below a chart', () => {
  for (const lang of ['en', 'ur']) {
    for (const width of [360, 768, 1280]) {
      it(`is never empty and always as high, at ${width} px, in ${lang}`, async () => {
        const page = await openPage({ lang, width, path: '/2023-10/' });
        for (const block of ['#trend', '#breakdown', '#peers', '#targets']) {
          assert.match(await readout(page, block), /\d/, block);
        }
        const high = async () => (await page.locator('#trend .steps').boundingBox()).height;
        const heights = new Set([await high()]);
        const chart = page.locator('#trend .chart');
        await chart.focus();
        for (const key of ['Home', ...Array(40).fill('ArrowRight'), 'End']) {
          await page.keyboard.press(key);
          heights.add(await high());
        }
        assert.ok(Math.max(...heights) - Math.min(...heights) < 1, [...heights].join());
      });
    }
  }

  it('follows the buttons beside it, the mouse as long as it stays, and then is of the chosen month again', async () => {
    const page = await openPage({ path: '/2023-10/' });
    const line = async () => (await readout(page)).split('\n')[0];
    assert.equal(await line(), 'October 2023');
    await page.getByRole('button', { name: 'Back in the chart' }).first().click();
    assert.equal(await line(), 'September 2023');
    await page.getByRole('button', { name: 'On in the chart' }).first().click();
    assert.equal(await line(), 'October 2023');
    await page.locator('#trend .chart').hover({ position: { x: 60, y: 100 } });
    const pointed = await line();
    assert.notEqual(pointed, 'October 2023');
    await page.locator('#trend .readout').hover();
    assert.equal(await line(), pointed, 'it can be reached');
    await page.locator('#trend h2').hover();
    assert.equal(await line(), 'October 2023');
  });
});

describe('choices', () => {
  it('are native lists and boxes that open in their place; no row of buttons is left', async () => {
    for (const lang of ['en', 'ur']) {
      const page = await openPage({ lang, width: 390 });
      assert.equal(await page.locator('input[type=radio]').count(), 0);
      await openTree(page);
      await page.locator('#peers-countries > summary').click();
      assert.equal(await sidewaysScroll(page), 0);
      assert.deepEqual(await axe(page), []);
      await page.finish();
    }
  });

  it('of months of his own bring two handles, and one with a name takes them away', async () => {
    const page = await openPage();
    assert.equal(await page.locator('.brush').count(), 0);
    await choose(page, 'range-4');
    assert.ok(await page.locator('.brush').isVisible());
    await page.locator('#from').press('PageUp');
    assert.ok(await page.locator('.brush').isVisible());
    await choose(page, 'range-0');
    assert.equal(await page.locator('.brush').count(), 0);
  });

  it('what opens over the page stays in the window, and closes by Escape or a click elsewhere', async () => {
    for (const [lang, width] of [['en', 320], ['ur', 320], ['en', 1280]]) {
      const page = await openPage({ lang, width });
      for (const menu of ['.settings', '#trend .take', '#breakdown .take', '#targets .take']) {
        const summary = page.locator(`${menu} > summary`);
        await summary.click();
        const panel = page.locator(`${menu} > div`);
        await panel.waitFor();
        const { x, width: wide } = await panel.boundingBox();
        assert.ok(x >= 0 && x + wide <= width, `${lang} ${width}: ${menu} from ${x} to ${x + wide}`);
        assert.deepEqual(await axe(page, menu), [], menu);
        await page.keyboard.press('Escape');
        assert.equal(await panel.isVisible(), false, `${menu}: Escape`);
        assert.ok(await summary.evaluate((it) => it === document.activeElement), `${menu}: focus`);
        await summary.click();
        await page.locator('h1').click();
        assert.equal(await panel.isVisible(), false, `${menu}: elsewhere`);
      }
      await page.finish();
    }
  });
});

describe('the page', () => {
  for (const [lang, width, most] of [['en', 1280, 4300], ['ur', 1280, 4500], ['en', 390, 9000], ['ur', 390, 9300]]) {
    it(`is at most ${most} px long at ${width} px, in ${lang}`, async () => {
      const page = await openPage({ lang, width });
      const high = await page.evaluate(() => document.documentElement.scrollHeight);
      if (high > most) assert.fail(`${high} px: ${await screenshot(page, `long-${lang}-${width}`)}`);
    });
  }

  it('leads from its top to each block', async () => {
    const page = await openPage();
    for (const link of await page.locator('.jump a').all()) {
      const id = (await link.getAttribute('href')).slice(1);
      assert.ok(await page.locator(`#${id}`).count(), id);
    }
    await page.locator('.jump a[href="#peers"]').click();
    await page.waitForFunction(() => Math.abs(document.querySelector('#peers').getBoundingClientRect().top) < 40);
  });
});
