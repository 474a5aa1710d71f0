/** Wakes those who follow a topic. It carries no data: a follower asks the store what is new, under its own rights. */
export class Hub {
  readonly #topics = new Map<string, Set<() => void>>();

  publish(topic: string): void {
    for (const wake of [...(this.#topics.get(topic) ?? [])]) wake();
  }

  /** Wakes everybody: something may have changed in any topic (another process wrote). */
  publishAll(): void {
    for (const topic of [...this.#topics.keys()]) this.publish(topic);
  }

  /** Calls `wake` at each publication until the returned function is called. */
  subscribe(topic: string, wake: () => void): () => void {
    const followers = this.#topics.get(topic) ?? new Set();
    this.#topics.set(topic, followers);
    followers.add(wake);
    return () => {
      followers.delete(wake);
      if (followers.size === 0 && this.#topics.get(topic) === followers) this.#topics.delete(topic);
    };
  }

  /** How many follow anything: for shutdown and leak tests. */
  get size(): number {
    let n = 0;
    for (const followers of this.#topics.values()) n += followers.size;
    return n;
  }
}
