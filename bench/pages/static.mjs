// The chart without any program: what the fastest page could be.
const HEIGHT = 300;
const WIDTH = 396; // what a phone of 412 pixels leaves between the margins of the body
const PLOT = { left: 32, right: 4, top: 8, bottom: 22 };
const STEP = 100;

const number = (value) => String(Math.round(value * 10) / 10);

/** @param {import('../data.mjs').Data} data */
export function svg({ months, values, means }) {
  const top = Math.ceil(Math.max(...values) / STEP) * STEP;
  const slot = (WIDTH - PLOT.left - PLOT.right) / months.length;
  const x = (index) => PLOT.left + slot * index;
  const y = (value) => HEIGHT - PLOT.bottom - (value / top) * (HEIGHT - PLOT.top - PLOT.bottom);

  const marks = [];
  for (let value = 0; value <= top; value += STEP) {
    const at = number(y(value));
    marks.push(`<path stroke="#ddd" d="M${PLOT.left} ${at}H${WIDTH - PLOT.right}"/>`);
    marks.push(`<text x="${PLOT.left - 4}" y="${number(y(value) + 4)}" text-anchor="end">${value}</text>`);
  }
  months.forEach((month, index) => {
    if (month.endsWith('-01')) {
      const at = number(x(index + 0.5));
      marks.push(`<text x="${at}" y="${HEIGHT - 6}" text-anchor="middle">${month.slice(0, 4)}</text>`);
    }
  });
  marks.push('<g fill="#659d8d">');
  values.forEach((value, index) => {
    const size = `width="${number(slot * 0.75)}" height="${number(y(0) - y(value))}"`;
    marks.push(`<rect x="${number(x(index))}" y="${number(y(value))}" ${size}/>`);
  });
  marks.push('</g>');
  const line = means.flatMap((mean, index) =>
    (mean === null ? [] : [`${number(x(index + 0.375))},${number(y(mean))}`]));
  marks.push(`<polyline points="${line.join(' ')}" fill="none" stroke="#b3541e" stroke-width="2"/>`);

  const label = 'Exports by month, in millions of dollars, and their 12-month mean';
  return `<svg role="img" aria-label="${label}" width="${WIDTH}" height="${HEIGHT}" `
    + `viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">\n${marks.join('\n')}\n</svg>`;
}
