import { hash, verify } from '@node-rs/argon2';

// argon2id, 64 MiB, 3 passes. Two at a time: hashing must never be a way to stop the server.
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const AT_ONCE = 2;
const QUEUE = 50;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  if (running >= AT_ONCE) {
    if (waiting.length >= QUEUE) return null;
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** The password's argon2id hash, or null when too many wait in the queue. */
export const hashPassword = (password: string) => inTurn(() => hash(password, COST));

let decoy: Promise<string> | undefined;
/** Whether the password fits; null when the queue is full. Without a hash it works as long on a decoy: a stranger learns no handles. */
export function checkPassword(stored: string | null, password: string): Promise<boolean | null> {
  return inTurn(async () => {
    decoy ??= hash('no account has this password', COST);
    const fits = await verify(stored ?? (await decoy), password);
    return stored !== null && fits;
  });
}
