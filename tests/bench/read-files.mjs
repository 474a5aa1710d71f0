// Run by the bench in a process of its own: reads files again and again and prints the CPU milliseconds of one reading of each.
import { readFileSync } from 'node:fs';
import { readTreaty } from '#app/formats/import/read';

const [rounds, ...files] = process.argv.slice(2);
const cost = {};
for (const file of files) {
  const bytes = new Uint8Array(readFileSync(file));
  const once = async () => {
    const before = process.cpuUsage();
    // A reader may keep the buffer that it is given.
    const read = await readTreaty(bytes.slice(), { name: file });
    const { user, system } = process.cpuUsage(before);
    if (!read.ok) throw new Error(`${file}: ${read.detail}`);
    return { ms: (user + system) / 1000, provisions: count(read.value.provisions) };
  };
  // Once to load the library and warm up.
  const { provisions } = await once();
  const times = [];
  for (let i = 0; i < Number(rounds); i++) times.push((await once()).ms);
  cost[file] = { provisions, times };
}
function count(list) {
  return list.reduce((sum, one) => sum + 1 + count(one.children), 0);
}
console.log(JSON.stringify(cost));
process.exit(0);
