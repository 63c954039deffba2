import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, CanvasRenderer, GridComponent, LegendComponent, LineChart, TooltipComponent]);

export function draw(node, { months, values, means }) {
  init(node).setOption({
    animation: false,
    legend: { top: 0 },
    tooltip: { trigger: 'axis' },
    grid: { left: 8, right: 8, top: 32, bottom: 8 },
    xAxis: { type: 'category', data: months },
    yAxis: { type: 'value' },
    series: [
      { type: 'bar', name: 'Exports', data: values, color: '#659d8d' },
      { type: 'line', name: '12-month mean', data: means, color: '#b3541e', showSymbol: false },
    ],
  });
}
