import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** What a command said and how it ended. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `proviso VERB ...` on a data folder, as built. */
export function proviso(data: string, ...parts: string[]): Promise<Said> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'build/proviso/cli.mjs'), ...parts],
      { env: { ...process.env, NODE_ENV: 'production', PROVISO_ROOT: ROOT, PROVISO_DATA: data }, maxBuffer: 64e6 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

/** A short treaty of our own: three articles with paragraphs, points and flush text. */
export const SHORT_TREATY = `# Convention on the Keeping of Bridges

Preamble

The States Parties to this Convention, concerned about the state of bridges,

Have agreed as follows:

Chapter I
General provisions

Article 1
Purpose

1. The purposes of this Convention are:

(a) To keep bridges open to everyone;

(b) To have each bridge examined by people who know bridges.

2. Nothing in this Convention closes a bridge.

Article 2
Use of terms

For the purposes of this Convention, "bridge" means a structure that carries a path over water.

Article 3
Examination

1. Each State Party shall examine its bridges every five years.

2. Whoever reports a fault in good faith shall not be punished for having looked for it.
`;
