import { randomInt } from 'node:crypto';

/** "Contributor 4821": drawn anew for each review, so that a person cannot be followed from one to another. */
export const pseudonym = (): string => `Contributor ${randomInt(1000, 10_000)}`;
