import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** What the checker prints. */
interface Report {
  modules: { source: string; dependencies: { module: string; couldNotResolve: boolean }[] }[];
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string } }[];
  };
}

const cruise = (): Report => {
  const args = ['depcruise', 'src', '--config', 'tests/architecture/rules.cjs'];
  try {
    const out = execFileSync('npx', ['--no-install', ...args, '--output-type', 'json'], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024
    });
    return JSON.parse(out) as Report;
  } catch (caught) {
    // It ends with the number of broken rules; the report is on standard output all the same.
    return JSON.parse((caught as { stdout: string }).stdout) as Report;
  }
};

const isOwn = (dependency: { module: string }): boolean => dependency.module.startsWith('$lib/');

test('imports point downwards and plain rooms know no framework', () => {
  const { modules, summary } = cruise();
  const own = modules.flatMap((module) => module.dependencies).filter(isOwn);
  expect(own.length).toBeGreaterThan(50);
  expect(own.filter((dependency) => dependency.couldNotResolve)).toEqual([]);
  expect(
    summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} reads ${to}`)
  ).toEqual([]);
}, 120_000);
