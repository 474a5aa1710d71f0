import { readFileSync } from 'node:fs';

export const round = (value) => Number(value.toPrecision(3));

/** min / median / max. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { min: sorted[0], median, max: sorted.at(-1) };
}
export const shown = (values) => Object.values(spread(values)).map(round).join(' / ');
/** Round by round: both sides of a round ran next to each other, so the machine's noise hits both. */
export const ratios = (ours, theirs) => ours.map((value, i) => value / theirs[i]);

/** CPU that a process has used (user and system, all threads), in milliseconds; Linux counts it in ticks of 10 ms. */
export function cpuOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The program's name may hold spaces and brackets; what follows its last bracket does not.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Numbers in [0, 1) that are the same each time. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
