// Runs in every measured page before anything of its own. Tells when a chart is on the screen,
// in the same way for all: in the frame in which a chart is first there, a speck of text joins it,
// and the browser says when it presented that text (Element Timing, which knows no shapes of SVG).

/**
 * @param {object} options
 * @param {Record<string, string>} options.charts names of charts to look for, with the selectors of
 *   the elements that may be it; `first` counts only where a reader sees it without scrolling
 * @param {number} options.bars how many marks make an SVG element a chart
 * @param {boolean} options.waits whether the page will also say that it is interactive
 */
export function probe({ charts, bars, waits }) {
  const found = {}; // name → { frame, presented, next, how }
  const painted = new WeakSet(); // canvases on which something was drawn
  const report = { found, interactive: null, shifts: [], longTasks: [] };
  globalThis.firstChartReport = report;
  let missing = Object.entries(charts);
  let told = false;

  const tell = () => {
    if (told || !found.first?.presented || (waits && report.interactive === null)) return;
    told = true;
    globalThis.firstChartDone('');
  };

  const shapes = (svg) => {
    const marks = svg.querySelectorAll('rect,path,polygon,line,use');
    if (marks.length >= bars) return true;
    // All bars may be one path: as many begin in it as it has moves.
    return [...marks].some((mark) => (mark.getAttribute('d')?.match(/m/gi)?.length ?? 0) >= bars);
  };
  /** Large enough, and one that is first must be where a reader sees it without scrolling. */
  const isLaidOut = (name, element) => {
    const { width, height, top, bottom } = element.getBoundingClientRect();
    return width >= 200 && height >= 40 && (name !== 'first' || (top < innerHeight && bottom > 0));
  };
  const isChart = (element) => (element.tagName === 'CANVAS' ? painted.has(element) : shapes(element));
  const look = () => {
    missing = missing.filter(([name, selector]) => {
      const chart = [...document.querySelectorAll(selector)]
        .find((element) => isChart(element) && isLaidOut(name, element));
      if (chart) note(name, chart);
      return !chart;
    });
  };

  const note = (name, element) => {
    const holder = element.closest('[id]');
    const how = `${element.tagName.toLowerCase()}${holder ? ` in #${holder.id}` : ''}`;
    const it = found[name] = { how, frame: performance.now(), presented: null, next: null };
    const speck = document.createElement('div');
    speck.setAttribute('elementtiming', name);
    speck.textContent = '·';
    Object.assign(speck.style, { position: 'fixed', left: '0', bottom: '0', font: '6px/1 sans-serif' });
    document.documentElement.append(speck);
    requestAnimationFrame(() => requestAnimationFrame((next) => {
      it.next ??= next;
    }));
  };

  // Canvas libraries draw in a task or in a frame of their own: seen at once, not a frame later.
  for (const name of ['fill', 'fillRect', 'stroke', 'drawImage', 'putImageData']) {
    const plain = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function draw(...values) {
      if (!painted.has(this.canvas)) {
        painted.add(this.canvas);
        if (this.canvas.isConnected) look();
      }
      return plain.apply(this, values);
    };
  }
  const everyFrame = () => {
    look();
    if (missing.length > 0 && !told) requestAnimationFrame(everyFrame);
  };
  requestAnimationFrame(everyFrame);

  const observe = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each))
    .observe({ type, buffered: true });
  observe('element', ({ identifier, startTime }) => {
    if (found[identifier]) found[identifier].presented ??= startTime;
    tell();
  });
  observe('layout-shift', ({ startTime, value, hadRecentInput }) => {
    if (!hadRecentInput) report.shifts.push({ at: startTime, value });
  });
  observe('longtask', ({ startTime, duration }) => report.longTasks.push({ at: startTime, duration }));

  if (!waits) return;
  // The mark tells the moment itself; the attribute is what pages have that set no mark.
  const interactive = (at) => {
    report.interactive ??= at;
    tell();
  };
  observe('mark', ({ name, startTime }) => {
    if (name !== 'interactive') return;
    report.interactive = startTime;
    report.by = 'mark';
    tell();
  });
  new MutationObserver(() => {
    if (document.documentElement?.hasAttribute('data-ready')) interactive(performance.now());
  }).observe(document, { attributes: true, attributeFilter: ['data-ready'], subtree: true });
}
