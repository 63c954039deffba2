// Puts the results of tests/embedding/embed.test.mjs into docs/embedding.md, between its marks: a row a case, a column
// an engine. Run after the tests: node scripts/embedding-table.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const MARKS = ['<!-- results -->', '<!-- /results -->'];

let rows;
try {
  rows = JSON.parse(readFileSync(path('target/embedding.json'), 'utf8'));
} catch {
  console.error("target/embedding.json is not there: run 'node --test tests/embedding/embed.test.mjs' first");
  process.exit(1);
}
const engines = [...new Set(rows.map((it) => it.engine))];
const cases = [...new Set(rows.map((it) => it.case))];
const cell = (text) => text.replaceAll('|', '\\|').replace(/<[^>]+>/g, '`$&`');
const result = (what, engine) => rows.find((it) => it.case === what && it.engine === engine)?.result ?? 'not run';
const table = [
  ['case', ...engines],
  ['---', ...engines.map(() => '---')],
  ...cases.map((what) => [cell(what), ...engines.map((engine) => cell(result(what, engine)))]),
].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const page = path('docs/embedding.md');
const text = readFileSync(page, 'utf8');
const [start, end] = MARKS.map((mark) => text.indexOf(mark));
if (start < 0 || end < start) {
  console.error(`docs/embedding.md lacks ${MARKS.join(' … ')}: put the marks where the table shall stand`);
  process.exit(1);
}
writeFileSync(page, `${text.slice(0, start + MARKS[0].length)}\n\n${table}\n\n${text.slice(end)}`);
console.log(`${cases.length} cases in ${engines.join(', ')}`);
