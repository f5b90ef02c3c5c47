/** Progress and failure of the setup scripts, on standard error so that standard output stays clean. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** Ends the program with what happened and what to do. */
export function stop(problem, fix) {
  say(`\n${problem}\n${fix}\n`);
  process.exit(1);
}
