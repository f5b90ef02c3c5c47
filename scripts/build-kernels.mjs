// Compiles the kernels of the estimation engine: src/lib/estimation/sums/kernels/sum-cells.wat to the bytes
// in wasm-bytes.ts. A test compares the two.   node scripts/build-kernels.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';
import { say } from './say.mjs';

const kernels = new URL('../src/lib/estimation/sums/kernels/', import.meta.url);
const target = fileURLToPath(new URL('wasm-bytes.ts', kernels));

/** The module's text as a module, in base64. */
export async function compileKernels() {
  const source = readFileSync(new URL('sum-cells.wat', kernels), 'utf8');
  const { parseWat } = await wabt();
  const module = parseWat('sum-cells.wat', source, { simd: true });
  module.validate();
  const { buffer } = module.toBinary({});
  module.destroy();
  return Buffer.from(buffer).toString('base64');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = await compileKernels();
  writeFileSync(
    target,
    `// Made from sum-cells.wat by \`node scripts/build-kernels.mjs\`.\n` +
      `export const wasmBytes =\n  '${bytes}';\n`
  );
  say(`${target}: ${Buffer.from(bytes, 'base64').length} bytes`);
}
