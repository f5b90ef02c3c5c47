// How `$lib/...` is found, for the import checker.
import { fileURLToPath } from 'node:url';

export default {
  resolve: { alias: { $lib: fileURLToPath(new URL('../../src/lib', import.meta.url)) } }
};
