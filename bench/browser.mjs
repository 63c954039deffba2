// Loads one page under the conditions of the comparison and tells when its chart was there.
import { setTimeout as wait } from 'node:timers/promises';
import { probe } from './probe.mjs';

/** A mid-range phone on a mobile network, as far as a browser on a desk can pretend. */
export const CONDITIONS = {
  cpuSlowdown: 4,
  downMbit: 1.6,
  upMbit: 0.75,
  latencyMs: 150,
  width: 412,
  height: 915,
  deviceScaleFactor: 2,
};

/** Half of the 85 months and more: fewer marks are a sign or a legend, not the chart. */
const BARS = 60;
const PATIENCE = 60_000;
/** After the last moment looked for: reports of what was presented arrive a little later. */
const SETTLE = 400;

const bytesPerSecond = (mbit) => (mbit * 1_000_000) / 8;

/**
 * @typedef {object} Subject a page to measure
 * @property {string} name
 * @property {string} url
 * @property {boolean} [waits] it says when it is interactive
 * @property {Record<string, string>} [charts] further charts, by name, with their selectors
 * @property {boolean} [ownPolicy] it runs under the policy that the server sends; libraries write
 *   styles, and some code, that this policy forbids, and are not held to it
 */

/**
 * Milliseconds count from the start of the navigation.
 * @param {Subject} subject
 * @param {string} [picture] where to put a screenshot
 */
export async function measure(browser, subject, picture) {
  const { width, height, deviceScaleFactor, cpuSlowdown, downMbit, upMbit, latencyMs } = CONDITIONS;
  // A new context has no cache, no compiled code and no cookies of those before it.
  const context = await browser.newContext({
    viewport: { width, height }, deviceScaleFactor, isMobile: true, hasTouch: true, bypassCSP: !subject.ownPolicy,
  });
  try {
    const page = await context.newPage();
    const troubles = [];
    page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`));
    const session = await context.newCDPSession(page);
    const wire = await listen(session);
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: latencyMs,
      downloadThroughput: bytesPerSecond(downMbit),
      uploadThroughput: bytesPerSecond(upMbit),
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    const done = new Promise((resolve) => session.on('Runtime.bindingCalled', resolve));
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'firstChartDone' });
    const options = { charts: { first: 'svg,canvas', ...subject.charts }, bars: BARS, waits: subject.waits ?? false };
    await session.send('Page.enable');
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${probe})(${JSON.stringify(options)})` });

    await page.goto(subject.url, { waitUntil: 'commit' });
    const inTime = await Promise.race([done.then(() => true), wait(PATIENCE, false, { ref: false })]);
    if (inTime) await wait(SETTLE);
    const report = await page.evaluate(readReport);
    if (picture) await page.screenshot({ path: picture });
    if (troubles.length > 0) throw new Error(`${subject.name}: ${troubles.join('; ')}`);
    if (!inTime) {
      const what = report.found.first ? 'did not say that it is interactive' : 'showed no chart';
      throw new Error(`${subject.name} ${what} within ${PATIENCE / 1000} s`);
    }
    return summary(report, wire);
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function readReport() {
  const { firstChartReport: report } = globalThis;
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const wasm = performance.getEntriesByType('resource').find(({ name }) => /\.wasm(\?|$)/.test(name));
  return { ...report, firstPaint: paint?.startTime ?? null, wasmArrived: wasm?.responseEnd ?? null };
}

/** What came over the wire, and when. */
async function listen(session) {
  const parts = []; // { request, at, bytes } while it comes, and { request, at, total } at its end
  let start = null;
  session.on('Network.requestWillBeSent', ({ timestamp }) => {
    start ??= timestamp;
  });
  session.on('Network.dataReceived', ({ requestId, timestamp, encodedDataLength }) =>
    parts.push({ request: requestId, at: timestamp, bytes: encodedDataLength }));
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) =>
    parts.push({ request: requestId, at: timestamp, total: encodedDataLength }));
  await session.send('Network.enable');
  /** Bytes until so many milliseconds after the start. */
  const until = (milliseconds) => {
    const byRequest = new Map();
    for (const { request, at, bytes, total } of parts) {
      if ((at - start) * 1000 > milliseconds) continue;
      byRequest.set(request, total ?? (byRequest.get(request) ?? 0) + bytes);
    }
    return [...byRequest.values()].reduce((sum, bytes) => sum + bytes, 0);
  };
  return { until };
}

function summary({ found, interactive, by, firstPaint, wasmArrived, shifts, longTasks }, wire) {
  const first = found.first.presented;
  const end = interactive ?? first;
  const within = ({ at }) => at <= end;
  const charts = Object.fromEntries(Object.entries(found).map(([name, { how, presented, next }]) =>
    [name, { how, presented, nextFrame: next }]));
  return {
    firstChart: first,
    firstPaint,
    interactive,
    interactiveBy: interactive === null ? null : by ?? 'data-ready',
    charts,
    bytesToFirstChart: wire.until(first),
    bytesToInteractive: interactive === null ? null : wire.until(interactive),
    shift: shifts.filter(within).reduce((sum, { value }) => sum + value, 0),
    wasmArrived,
    longTasks: longTasks.filter(within),
  };
}
