/** Results that are loaded once per process. A failure is not kept. */
export class Cache {
  private readonly loads = new Map<string, Promise<unknown>>();

  /** The result of `load`. Calls with the same key share one load, also at the same moment. */
  once<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.loads.get(key) as Promise<T> | undefined;
    if (known) return known;
    const loading = load();
    this.loads.set(key, loading);
    loading.catch(() => this.loads.delete(key));
    return loading;
  }
}
