import type { Role, Visibility } from './roles';

/** How the actor stands towards the thing asked for. `author`: the thing is the actor's own. */
export interface Standing {
  readonly signedIn: boolean;
  readonly role: Role | null;
  readonly visibility: Visibility | null;
  readonly author?: boolean;
}

/** Who may: everyone; everyone signed in; who may read the review; those roles in it; the author (a writer still) or those roles. */
type Rule = 'anyone' | 'signed-in' | 'review-readers' | { readonly roles: readonly Role[]; readonly author?: true };

const COORDINATOR = { roles: ['coordinator'] } as const satisfies Rule;
const WRITERS = { roles: ['coordinator', 'reviewer'] } as const satisfies Rule;
const MEMBERS = { roles: ['coordinator', 'reviewer', 'observer'] } as const satisfies Rule;

/**
 * The access matrix: one row an operation, named as its file in `app/operations`. A test walks every operation as every role,
 * as member and as stranger, and fails on a file without a row.
 */
export const ACCESS = {
  // account
  welcome: 'anyone',
  join: 'anyone',
  'sign-in': 'anyone',
  recognise: 'anyone',
  'sign-out': 'anyone',
  'end-session': 'signed-in',
  'change-password': 'signed-in',
  'see-account': 'signed-in',
  'found-organisation': 'signed-in',
  // treaty
  'list-treaties': 'anyone',
  'read-text': 'anyone',
  'preview-import': 'signed-in',
  'see-import': 'signed-in',
  'correct-import': 'signed-in',
  'import-text': 'signed-in',
  // review
  'list-reviews': 'anyone',
  'create-review': 'signed-in',
  'open-review': 'review-readers',
  'read-review': 'review-readers',
  'follow-review': 'review-readers',
  'see-self': 'review-readers',
  'see-changes': 'review-readers',
  'see-cards': 'review-readers',
  'see-members': MEMBERS,
  'update-review': COORDINATOR,
  invite: COORDINATOR,
  'revoke-invitation': COORDINATOR,
  'change-member': COORDINATOR,
  // concern
  'list-concerns': 'review-readers',
  'read-thread': 'review-readers',
  'read-history': MEMBERS,
  'raise-concern': WRITERS,
  reply: WRITERS,
  'edit-concern': { roles: [], author: true },
  'edit-reply': { roles: [], author: true },
  'settle-concern': { roles: ['coordinator'], author: true },
  'delete-concern': { roles: ['coordinator'], author: true },
  'delete-reply': { roles: ['coordinator'], author: true },
  // report
  'build-report': 'review-readers',
  'export-report': 'review-readers',
} as const satisfies Record<string, Rule>;
export type Operation = keyof typeof ACCESS;

/** Whether the actor may. An author keeps her rights only while she may write in the review. */
export function may(operation: Operation, standing: Standing): boolean {
  const rule: Rule = ACCESS[operation];
  if (rule === 'anyone') return true;
  if (rule === 'signed-in') return standing.signedIn;
  if (rule === 'review-readers') return mayRead(standing);
  if (standing.role === null) return false;
  if (rule.roles.includes(standing.role)) return true;
  return rule.author === true && standing.author === true && standing.role !== 'observer';
}

/** Whether the review exists for this person at all: what she may not read looks like what is not there. */
export function mayRead(standing: Standing): boolean {
  return standing.visibility === 'public' || standing.role !== null;
}
