import { spawn } from 'node:child_process';
import { say } from './say.mjs';

/** Runs a command, showing what it prints; resolves to its exit code. */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });

/** Runs a named step, says how long it took, and ends the program when it fails. */
export async function step(name, command, args, options) {
  const started = Date.now();
  say(`\n── ${name}`);
  const code = await run(command, args, options);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code !== 0) {
    say(`── ${name}: failed after ${seconds} s (exit ${code})`);
    process.exit(code);
  }
  say(`── ${name}: done in ${seconds} s`);
}
