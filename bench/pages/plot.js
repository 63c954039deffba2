import { lineY, plot, rectY, ruleY, tip, pointerX } from '@observablehq/plot';

export function draw(node, { times, values, means }) {
  const rows = times.map((time, index) => ({ time: new Date(time), value: values[index], mean: means[index] }));
  node.append(plot({
    width: node.clientWidth,
    height: node.clientHeight,
    x: { type: 'utc', label: null },
    y: { label: null, grid: true },
    marks: [
      rectY(rows, { x: 'time', y: 'value', interval: 'month', fill: '#659d8d' }),
      lineY(rows, { x: 'time', y: 'mean', stroke: '#b3541e' }),
      ruleY([0]),
      tip(rows, pointerX({ x: 'time', y: 'value' })),
    ],
  }));
}
