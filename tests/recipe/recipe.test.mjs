// Follows the recipe *Add a view* of CONTRIBUTING.md to the letter, in a copy of the code, and asks the tests of
// completeness whether a view has come of it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COPY = join(ROOT, 'target/recipe');
const NEEDED = ['Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml', 'src', 'build', 'record', 'static'];

/** The blocks of code of the recipe: where each goes, and what it says, without the indentation of its list. */
function steps() {
  const recipe = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').split('\n## Add a view\n')[1];
  return [...recipe.matchAll(/^ {3}```rust\n {3}\/\/ (.*)\n([^]*?)^ {3}```$/gm)].map(([, where, text]) => {
    const [, path, , before] = where.match(/^(\S+?)(, before "(.*)")?$/);
    return { path, before, code: text.replace(/^ {3}/gm, '') };
  });
}

it('a view is added by the recipe', () => {
  rmSync(COPY, { recursive: true, force: true });
  for (const path of NEEDED) {
    mkdirSync(join(COPY, path, '..'), { recursive: true });
    cpSync(join(ROOT, path), join(COPY, path), { recursive: true });
  }
  const followed = steps();
  assert.equal(followed.length, 3);
  for (const { path, before, code } of followed) {
    const file = join(COPY, path);
    const text = before && readFileSync(file, 'utf8');
    if (before) assert.equal(text.split(before).length, 2, `${path} has "${before}" once`);
    writeFileSync(file, before ? text.replace(before, `${code.replace(/^\s*$/gm, '')}${before}`) : code);
  }
  const words = ['test', '--quiet', '--locked', '--features', 'site', '--lib', '--', 'views::tests', 'catalogue::tests', '--nocapture'];
  const environment = { ...process.env, CARGO_TARGET_DIR: process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target') };
  const said = execFileSync('cargo', words, { cwd: COPY, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  assert.match(said, /3 passed/);
});
