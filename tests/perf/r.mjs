// R beside us, where it is installed: fread of data.table, rake of survey.
import { spawnSync } from 'node:child_process';

/** What an R script prints, read as JSON; null when R or a package it needs is not there. */
function run(packages, script) {
  const attached = packages.map((name) => `suppressMessages(library(${name}))`).join(';');
  const { status, stdout } = spawnSync('Rscript', ['-e', `${attached};${script}`], {
    encoding: 'utf8'
  });
  return status === 0 ? JSON.parse(stdout) : null;
}

/** Seconds `fread` takes to have the file in memory. */
export const fread = (csv, threads) =>
  run(
    ['data.table'],
    `setDTthreads(${threads}); t <- system.time(d <- fread(${JSON.stringify(csv)}, showProgress = FALSE)); ` +
      `cat(sprintf('{"seconds":%f,"rows":%d}', t[["elapsed"]], nrow(d)))`
  );

/** Seconds `rake` takes for the weights of a CSV with columns m1..m4 and margins of equal parts. */
export const rake = (csv, rows, sizes) => {
  const margins = sizes
    .map((size, m) => `data.frame(m${m + 1} = 1:${size}, Freq = rep(${rows / size}, ${size}))`)
    .join(', ');
  const formulas = sizes.map((_, m) => `~m${m + 1}`).join(', ');
  return run(
    ['survey'],
    `d <- read.csv(${JSON.stringify(csv)}); s <- svydesign(ids = ~1, weights = ~w, data = d); ` +
      `t <- system.time(r <- rake(s, list(${formulas}), list(${margins}), control = list(maxit = 500, epsilon = 1e-9))); ` +
      `cat(sprintf('{"seconds":%f}', t[["elapsed"]]))`
  );
};
