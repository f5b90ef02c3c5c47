// The floor: every byte of the file read once, nothing done with it.
import { closeSync, openSync, readSync } from 'node:fs';

const piece = Buffer.alloc(65_536);
const started = performance.now();
const file = openSync(process.argv[2], 'r');
let bytes = 0;
for (let got = 1; got > 0; bytes += got) got = readSync(file, piece, 0, piece.length, bytes);
closeSync(file);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - started) / 1000, bytes }));
