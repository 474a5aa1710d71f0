/** Who has a review open, in memory only. A person with three tabs is one person. */
export class Presence {
  readonly #here = new Map<string, Map<string, { name: string; tabs: number }>>();

  /** Counts a person in; call the returned function once when she leaves. */
  enter(reviewId: string, accountId: string, name: string): () => void {
    const people = this.#here.get(reviewId) ?? new Map<string, { name: string; tabs: number }>();
    this.#here.set(reviewId, people);
    const person = people.get(accountId) ?? { name, tabs: 0 };
    person.tabs += 1;
    people.set(accountId, person);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      person.tabs -= 1;
      if (person.tabs === 0) people.delete(accountId);
      if (people.size === 0) this.#here.delete(reviewId);
    };
  }

  /** Names of those who are here besides one, in order of arrival. */
  names(reviewId: string, besides: string): string[] {
    return [...(this.#here.get(reviewId) ?? [])].flatMap(([id, person]) => (id === besides ? [] : [person.name]));
  }
}
