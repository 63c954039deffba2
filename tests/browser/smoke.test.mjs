// The page opens, in both languages, on any screen, and needs nobody else.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { axe, openPage, screenshot, sidewaysScroll } from './harness.mjs';

const LANGUAGES = { en: 'ltr', ur: 'rtl' };
const WIDTHS = [280, 320, 360, 768, 1280, 1600];

for (const [lang, dir] of Object.entries(LANGUAGES)) {
  describe(`the page in ${lang}`, () => {
    it('says its language, direction, title and description', async () => {
      const page = await openPage({ lang });
      assert.equal(await page.locator('html').getAttribute('lang'), lang);
      assert.equal(await page.locator('html').getAttribute('dir'), dir);
      const description = await page.locator('meta[name=description]').getAttribute('content');
      for (const text of [await page.title(), description]) {
        assert.equal(/\p{Script=Arabic}/u.test(text), lang === 'ur', text);
      }
    });

    it('has one first-level heading with words in it', async () => {
      const page = await openPage({ lang });
      const headings = await page.locator('h1').allInnerTexts();
      assert.equal(headings.length, 1, headings.join(' | '));
      assert.notEqual(headings[0].trim(), '');
    });

    it(`does not scroll sideways at ${WIDTHS.join(', ')} px`, async () => {
      for (const width of WIDTHS) {
        const page = await openPage({ lang, width, touch: width < 768 });
        const excess = await sidewaysScroll(page);
        if (excess !== 0) {
          assert.fail(`${excess} px too wide at ${width} px: ${await screenshot(page, `smoke-${lang}-${width}`)}`);
        }
        await page.finish();
      }
    });

    for (const theme of ['light', 'dark']) {
      it(`passes axe, ${theme}`, async () => {
        const page = await openPage({ lang, theme });
        assert.deepEqual(await axe(page), []);
      });
    }
  });
}

it('shows something without JavaScript', async () => {
  const page = await openPage({ javaScript: false });
  assert.notEqual((await page.locator('body').innerText()).trim(), '');
});

it('runs in a frame that has no origin of its own', async () => {
  const page = await openPage();
  const address = page.url();
  // The policy forbids the page to hold frames: a page of the test's own does.
  await page.route('**/host.html', (route) => route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><title>host</title><iframe sandbox="allow-scripts" title="page" src="${address}"></iframe>`,
  }));
  await page.goto('/host.html');
  await page.frameLocator('iframe').locator('html[data-ready]').waitFor({ state: 'attached' });
});
