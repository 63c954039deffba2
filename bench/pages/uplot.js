import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

/** The legend stands below the canvas. */
const LEGEND = 30;

export function draw(node, { times, values, means }) {
  const options = {
    width: node.clientWidth,
    height: node.clientHeight - LEGEND,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    scales: { y: { range: (_, min, max) => [0, max * 1.1] } },
    series: [
      { value: '{YYYY}-{MM}' },
      { label: 'Exports', fill: '#659d8d', paths: uPlot.paths.bars({ size: [0.75] }), points: { show: false } },
      { label: '12-month mean', stroke: '#b3541e', width: 2, points: { show: false } },
    ],
  };
  // For bench/steps.mjs, which moves its cursor and gives it other figures.
  window.plot = new uPlot(options, [times.map((time) => time / 1000), values, means], node);
}
