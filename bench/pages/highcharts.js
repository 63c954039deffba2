import Highcharts from 'highcharts/esm/highcharts.js';

export function draw(node, { times, values, means }) {
  const points = (column) => column.map((value, index) => [times[index], value]);
  Highcharts.chart(node, {
    // Its module for screen readers is a file of its own; without it this silences its advice.
    accessibility: { enabled: false },
    chart: { animation: false },
    title: { text: '' },
    tooltip: { shared: true, xDateFormat: '%Y-%m' },
    xAxis: { type: 'datetime' },
    yAxis: { title: { text: '' } },
    plotOptions: { series: { animation: false } },
    series: [
      { type: 'column', name: 'Exports', data: points(values), color: '#659d8d', pointPadding: 0, groupPadding: 0.1 },
      { type: 'line', name: '12-month mean', data: points(means), color: '#b3541e', marker: { enabled: false } },
    ],
  });
}
