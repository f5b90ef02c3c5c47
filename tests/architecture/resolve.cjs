// How `$lib/...` is found, for the import checker.
const { resolve } = require('node:path');

module.exports = { resolve: { alias: { $lib: resolve(__dirname, '../../src/lib') } } };
