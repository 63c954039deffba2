// The months of the record in dist/, so that tests need no hand when a new one comes in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './harness.mjs';

const NAMES = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  ur: ['جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'],
};

/** Months since year 0. */
const count = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const month = (counted) => `${Math.floor(counted / 12)}-${String(counted % 12 + 1).padStart(2, '0')}`;

/** The last month, `2026-07`. */
export const LATEST = JSON.parse(readFileSync(join(DIST, 'latest.json'), 'utf8')).month;

/** So many months before another, or after it. */
export const before = (months, from = LATEST) => month(count(from) - months);

/** How many months the record has, since July 2019. */
export const MONTHS = count(LATEST) - count('2019-07') + 1;

export const monthsFrom = (first) => count(LATEST) - count(first);

/** `July 2026` */
export const named = (it, lang = 'en') => `${NAMES[lang][count(it) % 12]} ${it.slice(0, 4)}`;

/** The last month by which periods of so many months are over, that end in month 12 of the calendar or `shift` before. */
const lastEnd = (length, shift = 0) => {
  const latest = count(LATEST) + 1 + shift;
  return month(latest - latest % length - shift - 1);
};

/** The last whole quarter as the page names it, and that of a year before. */
export const quarters = () => [0, 12].map((ago) => {
  const end = before(ago, lastEnd(3));
  return `${named(before(2, end)).split(' ')[0]}–${named(end)}`;
});

export const fiscalYears = () => [0, 1].map((ago) => `FY${Number(lastEnd(12, 6).slice(2, 4)) - ago}`);

export const calendarYears = () => [0, 1].map((ago) => String(Number(lastEnd(12).slice(0, 4)) - ago));

/** Whether figures of sub-sectors are published for a single month. */
export function isDivided(it) {
  const rows = readFileSync(join(DIST, 'data/observations.csv'), 'utf8').split('\n').map((row) => row.split(','));
  return rows.some(([sector, start, end]) => sector.startsWith('computer') && start === it && end === it);
}
