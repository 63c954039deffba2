// Vega-Lite, compiled in the browser and drawn by Vega, as its own pages show it.
import embed from 'vega-embed';

export function draw(node, { times, values, means }) {
  const spec = {
    width: node.clientWidth,
    height: node.clientHeight,
    autosize: { type: 'fit', contains: 'padding' },
    data: { values: times.map((time, index) => ({ time, value: values[index], mean: means[index] })) },
    encoding: { x: { field: 'time', type: 'temporal', timeUnit: 'utcyearmonth', title: null } },
    layer: [
      {
        mark: { type: 'bar', color: '#659d8d', tooltip: true },
        encoding: { y: { field: 'value', type: 'quantitative', title: null } },
      },
      {
        mark: { type: 'line', color: '#b3541e' },
        encoding: { y: { field: 'mean', type: 'quantitative' } },
      },
    ],
  };
  return embed(node, spec, { actions: false });
}
