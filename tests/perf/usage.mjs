// Preloaded into a measured process: leaves its processor time and peak memory in $USAGE_FILE.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Largest resident memory in MB. On Linux `maxRSS` may be that of the parent, so the kernel's own mark. */
function peak() {
  const status = '/proc/self/status';
  const mark = existsSync(status) && /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'));
  return (mark ? Number(mark[1]) : process.resourceUsage().maxRSS) / 1024;
}

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: peak() };
  writeFileSync(process.env.USAGE_FILE, JSON.stringify(usage));
});
