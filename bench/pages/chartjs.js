import {
  BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, LineController, LineElement,
  PointElement, Tooltip,
} from 'chart.js';

Chart.register(
  BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip,
);

export function draw(node, { months, values, means }) {
  const canvas = document.createElement('canvas');
  node.append(canvas);
  new Chart(canvas, {
    data: {
      labels: months,
      datasets: [
        { type: 'line', label: '12-month mean', data: means, borderColor: '#b3541e', borderWidth: 2, pointRadius: 0 },
        { type: 'bar', label: 'Exports', data: values, backgroundColor: '#659d8d' },
      ],
    },
    options: { animation: false, maintainAspectRatio: false, interaction: { mode: 'index', intersect: false } },
  });
}
