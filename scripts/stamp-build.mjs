// Marks a build as complete, so that the next start knows whether it is current.
import { writeFileSync } from 'node:fs';

writeFileSync(new URL('../build/complete', import.meta.url), `${new Date().toISOString()}\n`);
