// The news story that the page grew from, "IT exports up 15% to $238 million in October": the same
// figures in headline, sentences, readout, table and file, in both languages.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { choose, downloadCsv, openPage, openTable, readout, takeaway } from './harness.mjs';
import { monthsFrom } from './record.mjs';

const WORDS = {
  en: {
    path: '/2023-10/',
    amount: '$238 million',
    month: 'October 2023',
    monthBefore: 'September 2023',
    changes: [
      'reported: 15%',
      'on September 2023 +15.5%',
      'working days +5.4%',
      'season +1.8%',
      'what is left +8%',
      'a rise within the usual wobble',
      'on October 2022 +7.7%',
    ],
    question: 'Was it really 15%?',
    answer: ['+15.5%', '+7.7%', '5.4%', '1.8%', 'about 8% (3 to 13%)', 'about 14%', 'not published by', 'Profit', '4.98'],
    cell: '238',
    exact: '$238 million',
    perDay: ['10.82', '10.3'],
  },
  ur: {
    path: '/2023-10/',
    amount: '23 کروڑ 80 لاکھ ڈالر',
    month: 'اکتوبر 2023',
    monthBefore: 'ستمبر 2023',
    changes: [
      'خبر میں: 15 فیصد',
      'ستمبر 2023 کے مقابلے میں +15.5%',
      'ایامِ کار +5.4%',
      'موسمی رجحان +1.8%',
      'باقی +8%',
      'اضافہ، معمول کے اتار چڑھاؤ کے اندر',
      'اکتوبر 2022 کے مقابلے میں +7.7%',
    ],
    question: 'کیا اضافہ واقعی 15 فیصد تھا؟',
    answer: ['5.4 فیصد', '1.8 فیصد', 'تقریباً 8 فیصد (3 تا 13 فیصد)', 'تقریباً 14 فیصد', 'Profit'],
    cell: '23.8',
    exact: '23.8 کروڑ ڈالر',
    perDay: ['1.082', '1.03'],
  },
};

/** Without the marks that keep figures and names in their own direction. */
const plain = (text) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();

/** From the last month of the record, year by year and month by month. */
async function pointAtOctober2023(page) {
  await page.locator('#trend .chart').focus();
  const months = monthsFrom('2023-10');
  for (const key of ['End', ...Array(Math.floor(months / 12)).fill('PageUp'), ...Array(months % 12).fill('ArrowLeft')]) {
    await page.keyboard.press(key);
  }
}

async function cells(page, month) {
  const row = page.locator('#trend-table tbody tr', { has: page.locator('th', { hasText: month }) });
  return (await row.locator('th, td').allInnerTexts()).map(plain);
}

for (const [lang, words] of Object.entries(WORDS)) {
  describe(`the story of October 2023, in ${lang}`, () => {
    it('is told by heading, changes and answer', async () => {
      const page = await openPage({ lang, path: words.path });
      assert.equal(plain(await page.locator('#headline .figure').innerText()), words.amount);
      assert.deepEqual((await page.locator('#headline .changes li').allInnerTexts()).map(plain), words.changes);
      const heading = plain(await page.locator('#headline h2').innerText());
      assert.equal(heading, words.question);
      const answer = plain(await page.locator('#answer').innerText());
      for (const part of words.answer) assert.ok(answer.includes(part), `${part}: ${answer}`);
      assert.equal(await page.locator('#month').evaluate((it) => it.selectedOptions[0].label), words.month);
      assert.equal(await page.locator('#strip').getAttribute('aria-valuetext'), words.month);
    });

    it('has the same figures in readout, table and file, by every measure it can be told with', async () => {
      const page = await openPage({ lang, path: words.path });
      await openTable(page);
      const files = {};
      for (const [measure, place] of [['level', 0], ['mom', 1], ['yoy', 2], ['perday', 5]]) {
        await choose(page, `measure-${place}`);
        await page.locator('#trend-table input[type=search]').fill('2023');
        await pointAtOctober2023(page);
        const pointed = plain(await readout(page));
        const row = await cells(page, words.month);
        for (const part of [words.month, words.exact]) assert.ok(pointed.includes(part), `${measure}: ${pointed}`);
        assert.equal(row[1], words.cell, measure);
        const figure = { mom: '+15.5%', yoy: '+7.7%', perday: words.perDay[0] }[measure];
        if (figure) {
          assert.ok(pointed.includes(figure), `${figure}: ${pointed}`);
          assert.equal(row[2], figure, measure);
        }
        const file = await downloadCsv(page, await takeaway(page, '#trend', 'CSV'));
        files[measure] = Object.fromEntries(file.map((it) => [it.start, it]));
        const october = files[measure]['2023-10'];
        assert.equal(october.end, '2023-10');
        assert.equal(october.measure, measure);
        assert.equal(october.sectors, 'total');
        assert.equal(Number(october.exports_usd_million), 238);
        assert.match(october.sources, /^https?:\/\//);
      }
      assert.equal(Number(files.level['2023-10'].value), 238);
      assert.equal(files.mom['2023-10'].value, '15.5340', '238 / 206 - 1');
      assert.equal(files.mom['2023-10'].base_start, '2023-09');
      assert.equal(files.yoy['2023-10'].value, '7.7021', '238 / 220.98 - 1');
      assert.equal(files.yoy['2023-10'].base_start, '2022-10');
      const perDay = (month) => Number(files.perday[month].value);
      assert.equal(((perDay('2023-10') / perDay('2023-09') - 1) * 100).toFixed(1), '5.0');
      assert.equal(((perDay('2023-10') / perDay('2022-10') - 1) * 100).toFixed(1), '2.8');
      // The table still shows the amounts a working day.
      assert.equal((await cells(page, words.monthBefore))[2], words.perDay[1]);
    });

    it('is told of no other month', async () => {
      const page = await openPage({ lang, path: '/2023-11/' });
      assert.equal(await page.locator('#headline [data-kind=claim]').count(), 0);
      assert.doesNotMatch(await page.locator('#headline h2').innerText(), /15/);
    });
  });
}

it('a downloaded trend holds the rows and figures of the whole table', async () => {
  const page = await openPage({ path: '/?measure=yoy&freq=q' });
  const file = await downloadCsv(page, await takeaway(page, '#trend', 'CSV'));
  const rows = await (await openTable(page)).locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => [0, 1, 3].map((at) => row.querySelectorAll('td')[at].innerText.replace(',', '').trim())));
  assert.ok(rows.length > 20, `${rows.length} quarters`);
  const signed = (value) => {
    const rounded = (Math.round(Math.abs(value) * 10) / 10).toFixed(1);
    return `${value < 0 && rounded !== '0.0' ? '−' : rounded === '0.0' ? '' : '+'}${rounded}%`;
  };
  assert.deepEqual(
    file.reverse().map((it) => [String(Number(it.exports_usd_million)), signed(Number(it.value)), it.status]),
    rows,
  );
});

it('downloaded contributions hold the rows and figures of their table', async () => {
  const page = await openPage({ path: '/2023-10/' });
  const file = await downloadCsv(page, await takeaway(page, '#breakdown', 'CSV'));
  const table = await openTable(page, '#breakdown');
  const names = await table.locator('thead th button').allInnerTexts();
  const rows = await table.locator('tr:has(td)').evaluateAll((rows) =>
    rows.map((row) => [...row.cells].slice(0, -1).map((it) => it.innerText.trim())));
  assert.ok(rows.length > 4, `${rows.length} rows`);
  const columns = Object.keys(file[0]);
  // A file says with the name of a column what the table says beside each figure.
  assert.deepEqual(columns.map((it) => it.replace(' (%)', '')), [...names.map((it) => it.trim()), 'Sources']);
  assert.deepEqual(file.map((it) => it[columns[0]]), rows.map(([name]) => name));
  for (const [place, [name, ...figures]] of rows.entries()) {
    assert.equal(figures.length, 5, name);
    for (const [at, text] of figures.entries()) {
      const exact = Number(file[place][columns[at + 1]]);
      const shown = Number(text.replaceAll(',', '').replace('−', '-').replace(/[+%]/g, ''));
      const decimals = text.match(/\.(\d+)/)?.[1].length ?? 0;
      assert.ok(text !== '' && Math.abs(exact - shown) <= 0.5 * 10 ** -decimals + 1e-9, `${name}, ${columns[at + 1]}: ${exact}, ${text}`);
    }
    assert.match(file[place].Sources, /^https?:\/\//);
  }
  const parts = file.slice(0, -1).map((it) => it[columns[1]]);
  const total = parts.reduce((sum, it) => sum + Number(it), 0);
  assert.ok(Math.abs(total - 238) < 1.2, `the parts add up to the headline within 0.5%: ${total}`);
});

it('a downloaded breakdown holds the rows and figures of its table', async () => {
  const page = await openPage({ path: '/2023-10/?chart=pairs' });
  const file = await downloadCsv(page, await takeaway(page, '#breakdown', 'CSV'));
  const rows = await (await openTable(page, '#breakdown')).locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('td:has(bdi)')].map((it) => it.innerText)));
  assert.ok(rows.length > 3, `${rows.length} sub-sectors`);
  const amount = (text) => (text === '' ? '' : String(Number(text.replace(',', ''))));
  assert.deepEqual(
    file.map((it) => [amount(it.exports_usd_million), amount(it.year_before_usd_million)]),
    rows.map(([now, before]) => [amount(now), amount(before)]),
  );
  assert.ok(file.every((it) => it.start === '2023-10' && it.end === '2023-10'));
  const total = file.reduce((sum, it) => sum + Number(it.exports_usd_million), 0);
  assert.ok(Math.abs(total - 238) < 1.2, `the parts add up to the headline within 0.5%: ${total}`);
});
