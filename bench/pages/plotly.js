import Plotly from 'plotly.js-basic-dist-min';

export function draw(node, { months, values, means }) {
  const traces = [
    { type: 'bar', name: 'Exports', x: months, y: values, marker: { color: '#659d8d' } },
    { type: 'scatter', mode: 'lines', name: '12-month mean', x: months, y: means, line: { color: '#b3541e' } },
  ];
  const layout = {
    hovermode: 'x unified',
    legend: { orientation: 'h' },
    margin: { l: 36, r: 8, t: 8, b: 24 },
  };
  Plotly.newPlot(node, traces, layout, { displayModeBar: false, responsive: true });
}
