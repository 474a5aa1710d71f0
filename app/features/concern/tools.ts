import { createContext, useContext, type ComponentType } from 'react';
import type { Body } from '#app/domain/concern/body';
import type { PlacementView } from '#app/domain/concern/thread';
import type { Attribution } from '#app/domain/review/roles';
import type { ConcernWords } from '#app/domain/words/concern.en';
import type { TaxonomyWords } from '#app/domain/words/taxonomy.en';
import type { DraftOwner } from './draft';
import type { Refusal, Submit } from './submit';

/** The editor's composer, handed in because features do not import each other. */
export type ComposerType = ComponentType<{
  name: string;
  label: string;
  initial?: Body;
  placeholder?: string;
  onChange?(body: Body, isEmpty: boolean): void;
  autoFocus?: boolean;
  describedBy?: string;
}>;

export interface OrganisationChoice {
  readonly id: string;
  readonly name: string;
}

/** What the server refused when the page was loaded by a form without scripts. `sent`: the form's fields as they came. */
export type SentFailure = Refusal & { readonly sent?: Readonly<Record<string, string>> };

export interface ConcernLinks {
  /** The concern's own page. */
  thread?(number: number): string;
  /** The passage in the reader. */
  passage?(placement: Pick<PlacementView, 'scope' | 'eIds' | 'start' | 'end'>): string;
  /** Earlier wordings of the concern, or of one reply. */
  history?(number: number, replyId?: string): string;
}

/** What every form of a thread needs, whichever part of the thread it stands in. */
export interface Tools {
  readonly words: ConcernWords;
  readonly taxonomy: TaxonomyWords;
  readonly Composer: ComposerType;
  readonly actionUrl: string;
  readonly organisations: readonly OrganisationChoice[];
  /** Ways of being named that are on offer; none: the field is left out and the server decides. */
  readonly attributions?: readonly Attribution[];
  /** The one that is chosen at first. */
  readonly attribution?: Attribution;
  submissionKey(): string;
  /** Without it forms post as forms do, with a new page. */
  readonly submit?: Submit;
  /** Whose drafts to keep; null or absent: none are kept. */
  readonly drafts?: DraftOwner | null;
  readonly failure?: SentFailure | null;
  readonly links?: ConcernLinks;
  /** After the server acknowledged a post: time to load the thread again. */
  onPosted?(intent: Intent, value: unknown): void;
}

export type Intent = 'new' | 'reply' | 'edit' | 'resolve' | 'reopen' | 'delete' | 'edit-reply' | 'delete-reply';

const Context = createContext<Tools | null>(null);
export const ToolsProvider = Context.Provider;

export function useTools(): Tools {
  const tools = useContext(Context);
  if (!tools) throw new Error('A concern form stands outside ToolsProvider.');
  return tools;
}

/** Slots of this thread that hold a draft when the page opens: their forms open by themselves. */
export const DraftSlots = createContext<ReadonlySet<string>>(new Set());
