import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { cpuOf, ratios, shown } from './measure.mjs';
import { bundled } from './product.mjs';

const POSTS = 100;
const WORDS = 'Researchers who act in good faith would be exposed by these words. '.repeat(5);

/** CPU of the server for each concern posted over HTTP, of the operation alone, and of one durable insert of the same words in bare better-sqlite3. */
export async function posting({ product, data, session, eIds, rounds }) {
  const db = new Database(join(data, 'bare.db'));
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE concern (id TEXT PRIMARY KEY, review TEXT, number INTEGER, body TEXT, UNIQUE (review, number))',
  );
  const insert = db.prepare('INSERT INTO concern VALUES (?, ?, ?, ?)');
  let number = 0;
  const bare = () => {
    const before = process.cpuUsage();
    for (let i = 0; i < POSTS; i++) insert.run(crypto.randomUUID(), 'review', ++number, WORDS);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / POSTS;
  };
  const post = async (i) => {
    const response = await fetch(`${product.url}/reviews/bench-posting/raise`, {
      method: 'POST',
      headers: { Cookie: `proviso=${session}`, Origin: new URL(product.url).origin, 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({
        ...{ submission: crypto.randomUUID(), scope: 'provision', eId: eIds[i % eIds.length] },
        ...{ category: 'research', severity: 'serious', bodyText: WORDS },
      }),
    });
    const answer = await response.text();
    if (response.status !== 200) throw new Error(`A post was refused: ${response.status} ${answer.slice(0, 300)}`);
  };
  const program = await bundled('raise.mjs');
  const alone = () =>
    Number(execFileSync(process.execPath, [program, data, String(POSTS), WORDS], { encoding: 'utf8' }));
  const ours = [];
  const operation = [];
  const theirs = [];
  for (let r = -1; r < rounds; r++) {
    const before = cpuOf(product.pid);
    for (let i = 0; i < POSTS; i++) await post(i);
    const mine = (cpuOf(product.pid) - before) / POSTS;
    const raised = alone();
    const limit = bare();
    // The first round warms both up.
    if (r < 0) continue;
    ours.push(mine);
    operation.push(raised);
    theirs.push(limit);
  }
  db.close();
  return [
    { what: 'A concern posted over HTTP: CPU ms', figure: shown(ours) },
    { what: 'The operation alone, in a process of its own: CPU ms', figure: shown(operation) },
    { what: 'One durable row in bare better-sqlite3: CPU ms', figure: shown(theirs) },
    { what: 'HTTP : bare row', figure: shown(ratios(ours, theirs)) },
    { what: 'Operation : bare row', figure: shown(ratios(operation, theirs)) },
  ];
}
