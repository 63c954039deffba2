// What every page draws: the total of each month, and the mean of twelve.
import { readFileSync } from 'node:fs';

const RECORD = new URL('../static/data/observations.csv', import.meta.url);
/** Before it the record of months has gaps. */
const FIRST = '2019-07';
const WINDOW = 12;

/**
 * @typedef {object} Data columns of the same length
 * @property {string[]} months such as `2019-07`
 * @property {number[]} values exports in millions of dollars, as last published
 * @property {(number|null)[]} means of the twelve months that end here; `null` where there are fewer
 */

/** @returns {Data} */
export function readData() {
  const [names, ...rows] = readFileSync(RECORD, 'utf8').trimEnd().split('\n').map((line) => line.split(','));
  const [sector, start, end, value] = ['sector', 'start', 'end', 'value_usd_million']
    .map((name) => names.indexOf(name));
  const latest = new Map();
  // Rows of one month stand in the order of their publication, so the last one stays.
  for (const row of rows) {
    if (row[sector] === 'total' && row[start] === row[end] && row[start] >= FIRST) {
      latest.set(row[start], Number(row[value]));
    }
  }
  const months = [...latest.keys()];
  const gap = months.find((month, index) => index > 0 && month !== next(months[index - 1]));
  if (gap) throw new Error(`observations.csv: there is a gap before ${gap}`);
  const values = [...latest.values()];
  return { months, values, means: values.map((_, index) => mean(values, index)) };
}

function mean(values, index) {
  if (index + 1 < WINDOW) return null;
  const sum = values.slice(index + 1 - WINDOW, index + 1).reduce((one, other) => one + other, 0);
  return Math.round((sum / WINDOW) * 1000) / 1000;
}

function next(month) {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
