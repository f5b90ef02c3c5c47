// R beside us, where it is installed: fread of data.table; survey for estimates and weights.
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

/**
 * A whole R process with the survey package: the columns from an RDS file, the design, shares of one
 * answer by neighborhood (`svyby`, `svymean`), Rao-Scott tests (`svychisq`). `version` is what ran.
 *
 * @param rds made by `keepColumns`
 */
export const estimates = (rds, { indicators, tables }) => {
  const shares = indicators
    .map(
      ({ heading, answer }) =>
        `list(svyby(~I(${heading} == ${JSON.stringify(answer)}), ~neighborhood, s, svymean, na.rm = TRUE))`
    )
    .join(', ');
  const tests = tables
    .map((heading) => `svychisq(~neighborhood + ${heading}, s, statistic = "F")`)
    .join(', ');
  const started = performance.now();
  const found = run(
    ['survey'],
    `d <- readRDS(${JSON.stringify(rds)}); ` +
      `t <- system.time({ s <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = d); ` +
      `shares <- c(${shares}); tests <- list(${tests}) }); ` +
      `num <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ","), "]"); ` +
      `cat(sprintf('{"seconds":%f,"version":"R %s survey %s","value":%s,"se":%s,"p":%s,"areas":%s}', ` +
      `t[["elapsed"]], getRversion(), packageVersion("survey"), ` +
      `num(unlist(lapply(shares, function(x) x[[3]]))), num(unlist(lapply(shares, function(x) x[[5]]))), ` +
      `num(sapply(tests, function(x) x$p.value)), ` +
      `paste0("[", paste(dQuote(as.character(shares[[1]]$neighborhood), FALSE), collapse = ","), "]")))`
  );
  return found && { ...found, whole: (performance.now() - started) / 1000 };
};

/** The columns of a CSV as R keeps them; answers are factors. Null without R. */
export const keepColumns = (csv, rds) =>
  run(
    ['survey'],
    `d <- read.csv(${JSON.stringify(csv)}, na.strings = "", stringsAsFactors = TRUE); ` +
      `saveRDS(d, ${JSON.stringify(rds)}, compress = FALSE); cat(sprintf('{"rows":%d}', nrow(d)))`
  );
