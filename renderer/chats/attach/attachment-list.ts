/** A list of things with keys that changes while work runs on them; readers are told. */
export function createList<Item extends { key: string }>() {
  let items: readonly Item[] = [];
  const hearers = new Set<() => void>();
  const set = (next: readonly Item[]) => {
    items = next;
    for (const hear of hearers) hear();
  };
  return {
    all: () => items,
    get: (key: string) => items.find((item) => item.key === key),
    add: (more: readonly Item[]) => set([...items, ...more]),
    /** Changes one, if it is still there. */
    change: (key: string, change: Partial<Item>) => set(items.map((item) => (item.key === key ? { ...item, ...change } : item))),
    remove: (key: string) => set(items.filter((item) => item.key !== key)),
    subscribe: (hear: () => void) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
}
