// For everyone: what a screen reader is told, large text, narrow screens, other colours, other needs.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  arrived, axe, choose, openPage, openPrints, openTable, openTree, screenshot, sidewaysScroll, visit, withoutScripts,
} from './harness.mjs';
import { LATEST, named } from './record.mjs';

const BLOCKS = ['#headline', '#trend', '#breakdown', '#data'];
const THEMES = ['light', 'dark'];
const LANGUAGES = ['en', 'ur'];

describe('axe finds nothing wrong', () => {
  for (const lang of LANGUAGES) {
    for (const theme of THEMES) {
      it(`on the whole page of a phone, with an open list of settings and readouts filled: ${lang}, ${theme}`, async () => {
        const page = await openPage({ lang, theme, width: 360, touch: true, path: '/2023-10/' });
        await page.locator('.settings > summary').click();
        for (const block of ['trend', 'breakdown']) {
          await page.locator(`#${block} .chart`).focus();
          await page.keyboard.press('Home');
          await openTable(page, `#${block}`);
        }
        await openPrints(page);
        assert.deepEqual(await axe(page), []);
      });

      it(`in each block of a wide screen, by other views: ${lang}, ${theme}`, async () => {
        const page = await openPage({ lang, theme, path: '/2023-10/?chart=stack&measure=yoy&from=2015-07&vintage=first' });
        for (const block of ['#trend', '#breakdown']) await openTable(page, block);
        for (const block of BLOCKS) assert.deepEqual(await axe(page, block), [], block);
        await choose(page, 'chart-2');
        assert.deepEqual(await axe(page, '#breakdown'), [], 'ranking');
        await (await openTree(page)).locator('button').last().click();
        for (const block of BLOCKS) assert.deepEqual(await axe(page, block), [], `${block}, nothing chosen`);
      });

      for (const width of [360, 1280]) {
        it(`in every block with each box, panel and fold open, ${width} px wide: ${lang}, ${theme}`, async () => {
          const page = await openPage({ lang, theme, width });
          // What opens may hold something to open.
          for (let pass = 0; pass < 2; pass += 1) {
            await page.evaluate(() => { for (const it of document.querySelectorAll('details')) it.open = true; });
            await page.locator('#trend .take button').first().waitFor();
            await arrived(page);
          }
          assert.ok(await page.locator('details[open]').count() > 30);
          assert.deepEqual(await axe(page), []);
          assert.equal(await sidewaysScroll(page), 0);
        });
      }
    }

    it(`in its dialogs: ${lang}`, async () => {
      const page = await openPage({ lang, theme: 'dark', path: '/2023-06/' });
      await openPrints(page);
      assert.equal(await page.locator('#prints dl').count(), 3);
      assert.deepEqual(await axe(page, '#headline'), [], 'prints');
      await page.locator('#trend .chart').focus();
      for (const key of ['Home', 'Enter']) await page.keyboard.press(key);
      assert.equal(await page.locator('dialog[open] dl').count(), 1);
      assert.deepEqual(await axe(page), [], 'sources');
      await page.keyboard.press('Escape');
      await page.locator('#trend .chart').focus();
      await page.keyboard.press('?');
      assert.equal(await page.locator('dialog[open] kbd').count(), 8);
      assert.deepEqual(await axe(page), [], 'keys');
    });

    it(`without JavaScript, all folds open: ${lang}`, async () => {
      const page = await openPage({ lang, path: '/2023-10/', before: withoutScripts, answers: false });
      for (const fold of await page.locator('details.fold > summary').all()) await fold.click();
      assert.deepEqual(await axe(page), []);
    });
  }
});

describe('a screen reader', () => {
  for (const lang of LANGUAGES) {
    it(`is read each picture in the words of its reading, in ${lang}`, async () => {
      const page = await openPage({ lang });
      for (const path of ['/', '/?chart=stack&measure=mom&sector=telecom', '/?chart=share&freq=fy', '/?sector=none']) {
        await visit(page, path);
        for (const canvas of await page.locator('main canvas').all()) {
          const { role, label, reading, card, slider } = await canvas.evaluate((it) => ({
            role: it.getAttribute('role'),
            label: it.getAttribute('aria-label'),
            reading: it.closest('article, section')?.querySelector('.reading[aria-live]')?.textContent,
            // A card says it in its heading and figure.
            card: ['h3', '.big'].map((part) => it.closest('.card')?.querySelector(part).textContent).join(': '),
            slider: it.parentElement.querySelector('input[type=range][aria-label]')?.ariaValueText,
          }));
          if (role === 'presentation') {
            // A slider says the same, and more.
            assert.ok(slider, `${path}: a picture without words`);
          } else {
            assert.equal(role, 'img');
            assert.ok(label, path);
            if (reading) assert.equal(label, reading, path);
            else assert.ok(label.startsWith(card), `${path}: ${label}`);
          }
        }
        assert.equal(await page.locator(':is(#trend, #breakdown) canvas[role=img]').count(), path.includes('none') ? 1 : 2, path);
      }
    });

    it(`finds headings in order, named sections, and tables that name their cells, in ${lang}`, async () => {
      const page = await openPage({ lang, path: '/2023-10/?chart=table' });
      for (const block of ['#trend', '#breakdown']) await openTable(page, block);
      const headings = await page.locator('h1, h2, h3, h4').evaluateAll((all) =>
        all.filter((it) => it.checkVisibility()).map((it) => [Number(it.localName[1]), it.innerText.trim()]));
      assert.equal(headings[0][0], 1);
      for (const [place, [level, words]] of headings.entries()) {
        assert.ok(words, 'a heading has words');
        if (place > 0) assert.ok(level > 1 && level <= headings[place - 1][0] + 1, `${words}: level ${level}`);
      }
      assert.ok(headings.filter(([level]) => level === 2).length >= 4);
      for (const section of await page.locator('main section').all()) {
        const title = await section.getAttribute('aria-labelledby');
        assert.equal(await section.locator(`h2#${title}`).count(), 1);
      }
      const tables = await page.locator('table').evaluateAll((all) => all.map((table) => ({
        caption: table.caption?.innerText.trim(),
        unscoped: table.querySelectorAll('th:not([scope])').length,
        columns: table.querySelectorAll('thead th[scope=col]').length,
        widths: [...table.querySelectorAll('tbody tr, tfoot tr')].map((row) => row.cells.length),
        nameless: [...table.querySelectorAll('tbody tr, tfoot tr')]
          .filter((row) => row.cells[0].localName !== 'th' || row.cells[0].scope !== 'row').length,
        empty: [...table.querySelectorAll('th')].filter((it) => !it.innerText.trim()).length,
        inApplication: Boolean(table.closest('[role=application]')),
      })));
      // The table of the announcements stands open.
      assert.equal(tables.length, 3);
      for (const table of tables) {
        assert.ok(table.caption);
        assert.deepEqual([table.unscoped, table.nameless, table.empty], [0, 0, 0], table.caption);
        assert.deepEqual([...new Set(table.widths)], [table.columns], table.caption);
        assert.equal(table.inApplication, false);
      }
    });
  }

  it('is interrupted by nothing: what changes is announced politely', async () => {
    const page = await openPage({ path: '/2023-10/?measure=nonsense' });
    const rude = await page.evaluate(() => [...document.querySelectorAll('[aria-live], [role=alert], [role=status], [role=log]')]
      .filter((it) => it.checkVisibility())
      .filter((it) => it.role === 'alert' || (it.ariaLive ?? 'polite') !== 'polite')
      .map((it) => it.outerHTML.slice(0, 100)));
    assert.deepEqual(rude, []);
    for (const block of ['headline', 'trend', 'breakdown']) {
      const live = page.locator(`#${block} .reading`).first();
      assert.equal(await live.getAttribute('aria-live'), 'polite');
    }
    // The sentence is replaced where it stands: a new element would be announced by no one.
    const same = await page.evaluate(async () => {
      const live = document.querySelector('#trend .reading[aria-live]');
      const before = live.textContent;
      const measure = document.querySelector('#measure');
      measure.selectedIndex = 2;
      measure.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise(requestAnimationFrame);
      return live.isConnected && live.textContent !== before;
    });
    assert.ok(same);
    assert.equal(await page.locator('#trend .readout').getAttribute('role'), 'status');
  });

  it('is told what each control is and how it stands', async () => {
    const page = await openPage({ path: '/2023-10/?sector=telecom&from=2020-01' });
    const nameless = await page.locator('main').evaluate((main) => [...main.querySelectorAll('input, select, button, a, [role=application], fieldset')]
      .filter((it) => it.checkVisibility())
      .filter((it) => !(it.ariaLabel || it.labels?.[0]?.innerText.trim() || it.innerText?.trim() || it.querySelector?.('legend')))
      .map((it) => it.outerHTML.slice(0, 100)));
    assert.deepEqual(nameless, []);
    for (const [id, value] of [['strip', 'October 2023'], ['from', 'January 2020'], ['to', named(LATEST)]]) {
      const slider = page.locator(`#${id}`);
      assert.equal(await slider.getAttribute('aria-valuetext'), value);
      assert.ok(await slider.getAttribute('aria-label'));
    }
    const chart = page.locator('#trend .chart');
    assert.equal(await chart.getAttribute('aria-label'), await page.locator('#trend h2').innerText());
    assert.match(await chart.getAttribute('aria-description'), /Arrow keys/);
    // Names of the other language are marked as such.
    assert.equal(await page.locator('#language').getAttribute('lang'), 'ur');
    for (const label of await page.locator('.pick span').allTextContents()) assert.ok(label.trim());
  });
});

describe('the page fits', () => {
  for (const lang of LANGUAGES) {
    it(`on 320 pixels with text of twice the size, in ${lang}`, async () => {
      const page = await openPage({ lang });
      for (const [path, width] of [['/2023-10/', 320], ['/?chart=stack&measure=ytd', 320], ['/?chart=table', 768], ['/', 1280]]) {
        await page.setViewportSize({ width, height: 800 });
        await visit(page, path);
        await page.evaluate(() => { document.documentElement.style.fontSize = '32px'; });
        await page.locator('#trend .chart').focus();
        await page.keyboard.press('End');
        await page.locator('.settings > summary').click();
        const excess = await sidewaysScroll(page);
        if (excess > 0) assert.fail(`${path} at ${width} px: ${excess} px too wide: ${await screenshot(page, `large-${lang}-${width}`)}`);
        const cut = await page.evaluate(() => [...document.querySelectorAll('button, label, legend, h1, h2, .figure, .reading, .readout, summary')]
          .filter((it) => it.checkVisibility() && !it.matches('.hidden, [data-hidden], .scroll *'))
          .filter((it) => it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0 && getComputedStyle(it).overflowX !== 'auto')
          .map((it) => `${it.localName} '${it.innerText.slice(0, 30)}'`));
        assert.deepEqual(cut, [], `${path} at ${width} px: words are cut`);
      }
    });

    it(`on 320 pixels in every view, in ${lang}`, async () => {
      const page = await openPage({ lang, width: 320 });
      for (const path of ['/2023-10/', '/?chart=table&freq=q&measure=yoy', '/?chart=stack&from=2015-07', '/?chart=share&num=pk', '/?sector=none&vintage=first&month=bad']) {
        await visit(page, path);
        const excess = await sidewaysScroll(page);
        if (excess > 0) assert.fail(`${path}: ${excess} px too wide: ${await screenshot(page, `narrow-${lang}`)}`);
      }
    });
  }

  it('with the spacing of text that readers may set', async () => {
    for (const lang of LANGUAGES) {
      const page = await openPage({ lang, width: 320, path: '/2023-10/', context: { bypassCSP: true } });
      await page.addStyleTag({ content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }' });
      const excess = await sidewaysScroll(page);
      if (excess > 0) assert.fail(`${lang}: ${excess} px too wide: ${await screenshot(page, `spaced-${lang}`)}`);
      await page.finish();
    }
  });
});

describe('a reader', () => {
  it('who forces colours sees what is chosen and where the focus is', async () => {
    const page = await openPage({ context: { forcedColors: 'active' } });
    // Native lists show what is chosen; what is drawn around them is drawn in the colours of the system.
    const pick = await page.locator('#measure').evaluate((it) => {
      const { borderColor, borderStyle, color } = getComputedStyle(it);
      return { drawn: borderStyle === 'solid' && borderColor !== 'rgba(0, 0, 0, 0)', color };
    });
    assert.ok(pick.drawn && pick.color);
    assert.equal(await page.locator('#measure').evaluate((it) => it.selectedOptions[0].innerText), 'Exports');
    await page.locator('#trend .chart').focus();
    await page.keyboard.press('Home');
    const { stroke, fill } = await page.locator('#trend .chart svg rect').evaluate((it) => {
      const { stroke, strokeOpacity, fill } = getComputedStyle(it);
      return { stroke: strokeOpacity === '1' && stroke !== 'none', fill };
    });
    assert.ok(stroke, 'the crosshair is drawn in a system colour');
    assert.equal(fill, 'none');
    assert.ok(await page.locator('#trend .chart').evaluate((it) => getComputedStyle(it).outlineStyle === 'solid'));
    for (const block of ['trend', 'breakdown']) assert.ok(await page.locator(`#${block} canvas`).first().isVisible());
  });

  it('who wants less motion gets none', async () => {
    const page = await openPage({ reducedMotion: true });
    const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((it) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(it);
      return transitionDuration.split(', ').some((time) => parseFloat(time) > 0) || animationName !== 'none' || scrollBehavior === 'smooth';
    }).map((it) => it.outerHTML.slice(0, 80)));
    assert.deepEqual(moving, []);
    await choose(page, 'measure-2');
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  });

  it('who zooms gets pictures as sharp as the screen', async () => {
    for (const deviceScaleFactor of [1, 2, 3]) {
      const page = await openPage({ context: { deviceScaleFactor } });
      for (const canvas of await page.locator('main canvas').all()) {
        const ratio = await canvas.evaluate((it) => it.width / it.getBoundingClientRect().width);
        assert.ok(Math.abs(ratio - deviceScaleFactor) < 0.01, `${ratio} for ${deviceScaleFactor}`);
      }
      await page.setViewportSize({ width: 700, height: 800 });
      await page.waitForFunction((factor) => [...document.querySelectorAll('canvas')].every((it) =>
        Math.abs(it.width / it.getBoundingClientRect().width - factor) < 0.01), deviceScaleFactor);
      await page.finish();
    }
  });
});
