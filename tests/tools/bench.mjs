// `npm run bench [-- DIR]`: how fast the engine, the algebra of times, the fault trees of a folder (or of our own), an edit
// and a drag are, the last two beside a floor measured in the same run. Prints tables and never judges: machines differ,
// ratios less so.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { layeredScenario } from '../bench/scenario.mjs';
import { findBrowser } from './browser.mjs';
import { serveFolder } from './serve.mjs';

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'nineboard-bench-'));
const EDITS = 200;

const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)];
const ms = (value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

function table(title, header, rows) {
  const cells = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...cells.map((row) => String(row[column]).length)));
  console.log(`\n${title}`);
  for (const row of cells) console.log(row.map((cell, column) => String(cell).padEnd(widths[column])).join('  '));
}

/** Types `values` in turn into a field and waits, each time, for the frame in which another text stands in `answer`. */
function timeEdits(page, { field, answer, values }) {
  return page.evaluate(
    async ({ field, answer, values }) => {
      const input = document.querySelector(field);
      const shown = () => document.querySelector(answer)?.textContent ?? '';
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
      const times = [];
      for (const value of values) {
        const before = shown();
        // A moment between frames that is not always the same, as a hand has it.
        await frame();
        await new Promise((resolve) => setTimeout(resolve, (times.length * 7) % 16));
        const began = performance.now();
        setValue.call(input, value);
        input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
        let now = began;
        while (shown() === before && now - began < 5000) now = await frame();
        if (shown() === before) throw new Error(`no new text after ${value}`);
        times.push(now - began);
      }
      return times.sort((a, b) => a - b);
    },
    { field, answer, values },
  );
}

/** Drags with real pointer events, one move per frame, and returns the times between frames while the node moves. */
async function timeDrag(page, handle, moved) {
  const box = await page.locator(handle).boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const place = () => page.locator(moved).evaluate((node) => getComputedStyle(node).transform);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 4, y + 4, { steps: 4 });
  const before = await place();
  await page.evaluate(() => {
    window.frames_ = [];
    let last = performance.now();
    const tick = (now) => {
      window.frames_.push(now - last);
      last = now;
      window.ticking = requestAnimationFrame(tick);
    };
    window.ticking = requestAnimationFrame(tick);
  });
  for (let step = 1; step <= 119; step++) await page.mouse.move(x + 4 + (step % 40), y + 4 + (step % 30));
  const frames = await page.evaluate(() => (cancelAnimationFrame(window.ticking), window.frames_));
  const after = await place();
  await page.mouse.up();
  if (before === after) throw new Error('the node did not move');
  return frames.slice(1).sort((a, b) => a - b);
}

const heap = async (page) => {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  return `${(usedSize / 1e6).toFixed(1)} MB`;
};

async function openScenario(page, address, scenario) {
  await page.goto(address);
  await page.locator('[data-figure="availability"]').waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (
    await chooser
  ).setFiles({
    name: 'bench.nineboard.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(scenario)),
  });
  await page.getByText(scenario.title).first().waitFor();
  await page.locator('[data-figure="availability"]').waitFor();
}

/** What is measured, in one file as it is shipped: a module at a time, calls from one to another cost more than they do there. */
async function bundled(name) {
  const outDir = join(scratch, name);
  await build({ root, logLevel: 'error', build: { ssr: join(root, `tests/bench/${name}.ts`), outDir } });
  return import(pathToFileURL(join(outDir, 'cli.js')));
}

async function engineTables() {
  const module = await bundled('engine');
  const [{ rows }] = await module.engineBench();
  table(
    'the engine, medians',
    [
      'components',
      'report rebuilt',
      'report after a slider',
      'availability built',
      'availability after a slider',
      'heap',
    ],
    rows.map((row) => [
      row.components,
      ms(row.rebuildMilliseconds),
      ms(row.sliderMilliseconds),
      ms(row.builtMilliseconds),
      ms(row.unavailabilityMilliseconds),
      `${row.heapMegabytes.toFixed(1)} MB`,
    ]),
  );
}

async function latencyTable() {
  const module = await bundled('latency');
  const percent = (error) => `${(100 * error).toPrecision(2)} %`;
  table(
    'latency algebra: ten stages, the best of several runs; errors of p99 and p99.99 against closed form and Fourier transform',
    [
      'grid',
      'sum of two',
      '2nd of 3',
      'put on the grid',
      'ten lognormal stages',
      'exponential p99',
      'p99.99',
      'lognormal p99',
      'p99.99',
    ],
    module
      .latencyBench()
      .map((row) => [
        row.name,
        ...(row.operations === null ? ['', '', ''] : row.operations.map(ms)),
        ms(row.tenStagesMilliseconds),
        ...row.errors.map(percent),
      ]),
  );
}

async function timesTable() {
  const module = await bundled('times');
  const rows = module.timesBench();
  const seconds = (value) => ms(1000 * value);
  table(
    'times of a whole drawing, everything up, the best of several runs; beside as many requests drawn one by one',
    ['components', 'how', 'everything', 'a slider on one: median', 'the slowest', 'p99'],
    rows.flatMap((row) => [
      ...row.grids.map((grid) => [
        row.components,
        grid.name,
        ms(grid.everything),
        ms(quantile(grid.sliders, 0.5)),
        ms(quantile(grid.sliders, 1)),
        seconds(grid.p99),
      ]),
      [row.components, 'a million drawn', ms(row.drawnMilliseconds), '', '', seconds(row.drawnP99)],
      [row.components, `the whole report, ${row.states} states`, ms(row.reportMilliseconds), '', '', ''],
    ]),
  );
}

async function loadsTable() {
  const module = await bundled('loads');
  table(
    'the load of a whole drawing with retries and queues, the best of several runs',
    ['components', 'rounds', 'everything', 'a slider on one', 'with the times of all'],
    module
      .loadsBench()
      .map((row) => [row.components, row.rounds, ms(row.everything), ms(row.slider), ms(row.sliderWithTimes)]),
  );
}

/** The trees of the folder that was named, else hard ones of our own. */
async function treeTable() {
  const module = await bundled('trees');
  const folder = process.argv[2] ?? process.env['ORACLES'];
  const named =
    folder === undefined
      ? module.HARD_TREES
      : readdirSync(folder, { recursive: true })
          .filter((name) => name.endsWith('.xml'))
          .sort((one, other) => one.localeCompare(other))
          .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const rows = module.treeBench(named);
  table(
    folder === undefined ? 'fault trees' : `fault trees in ${folder}`,
    ['tree', 'components', 'diagram nodes', 'report', 'heap', 'unavailability'],
    rows.map((row) => [
      row.name,
      ...('refused' in row
        ? ['refused', '', '', '', '']
        : [row.components, row.nodes, ms(row.milliseconds), `${row.heapMegabytes.toFixed(1)} MB`, row.unavailability]),
    ]),
  );
}

async function browserTables() {
  const floorPage = (file) => join(root, 'tests/bench/pages', file);
  await build({ root, logLevel: 'error', build: { outDir: join(scratch, 'app'), emptyOutDir: true } });
  await build({
    configFile: false,
    root: join(root, 'tests/bench/pages'),
    base: './',
    publicDir: join(root, 'public'),
    plugins: [react()],
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: join(scratch, 'floor'),
      emptyOutDir: true,
      rolldownOptions: { input: [floorPage('round-trip.html'), floorPage('bare-flow.html')] },
    },
  });
  const app = await serveFolder(join(scratch, 'app'));
  const floor = await serveFolder(join(scratch, 'floor'));
  const browser = await chromium.launch(await findBrowser());
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();

  const values = Array.from({ length: EDITS }, (_, index) => `${99 + ((index * 37) % 89) / 100 + 0.005} %`);
  const edits = [];
  await page.goto(`${floor.address}round-trip.html`);
  const plain = await timeEdits(page, { field: '#value', answer: '#answer', values });
  edits.push([
    'a string through a worker',
    ms(quantile(plain, 0.5)),
    ms(quantile(plain, 0.95)),
    '',
    '',
    await heap(page),
  ]);
  for (const count of [50, 300]) {
    await openScenario(page, app.address, layeredScenario(count));
    await page.locator('[data-component="part-1"]').click();
    const field = '[data-path$="components.part-1.up"] input[placeholder="100 %"]';
    await page.locator(field).waitFor();
    const times = await timeEdits(page, { field, answer: '[data-figure="availability"]', values });
    const more = quantile(times, 0.5) - quantile(plain, 0.5);
    edits.push([
      `${count} components`,
      ms(quantile(times, 0.5)),
      ms(quantile(times, 0.95)),
      `+${(more / (1000 / 60)).toFixed(2)} frames`,
      `${(quantile(times, 0.5) / quantile(plain, 0.5)).toFixed(2)} ×`,
      await heap(page),
    ]);
  }
  table(
    `from an input event to the frame with the new number, ${EDITS} edits`,
    ['', 'p50', 'p95', 'p50 more', 'ratio', 'heap'],
    edits,
  );

  const drags = [];
  const row = async (name, frames) => [
    name,
    ms(quantile(frames, 0.5)),
    ms(quantile(frames, 0.95)),
    frames.length,
    await heap(page),
  ];
  await page.goto(`${floor.address}bare-flow.html?count=1000`);
  await page.locator('.react-flow__node').first().waitFor();
  const bare = await timeDrag(page, '.react-flow__node[data-id="part-500"]', '.react-flow__node[data-id="part-500"]');
  drags.push([...(await row('React Flow alone', bare)), '']);
  await openScenario(page, app.address, layeredScenario(1000));
  const node = '.react-flow__node:has([data-component="part-500"])';
  const own = await timeDrag(page, node, node);
  drags.push([
    ...(await row('Nineboard', own)),
    `${(quantile(own, 0.5) / quantile(bare, 0.5)).toFixed(2)} × / ${(quantile(own, 0.95) / quantile(bare, 0.95)).toFixed(2)} ×`,
  ]);
  table(
    'time between frames while one of 1,000 components is dragged',
    ['', 'p50', 'p95', 'frames', 'heap', 'ratio'],
    drags,
  );

  await browser.close();
  await Promise.all([app.close(), floor.close()]);
}

try {
  await engineTables();
  await latencyTable();
  await timesTable();
  await loadsTable();
  await treeTable();
  await browserTables();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
