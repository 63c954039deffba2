// Medians, ratios and tables.

/** @param {number[]} values at least one */
export function spread(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return {
    median: (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2,
    min: sorted[0],
    max: sorted.at(-1),
  };
}

/** The spread of the ratios within each round: what slows a whole round down does not touch them. */
export function ratios(above, below) {
  return spread(above.map((value, round) => value / below[round]));
}

/** Columns as wide as their longest cell; the first to the left, the others to the right. */
export function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row) => row
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
    .join('  ').trimEnd();
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}

const range = ({ median, min, max }, write) => `${write(median)} (${write(min)}–${write(max)})`;
export const milliseconds = (figures) => range(figures, (value) => value.toFixed(0));
export const times = (figures) => range(figures, (value) => value.toFixed(2));
export const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
