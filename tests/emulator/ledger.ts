/** Every accepted write, in order: what tests hold against what a client says it did. */

export interface LedgerEntry {
  at: number;
  method: string;
  /** With query. */
  path: string;
  kind: string;
  id: string;
  sandbox: string;
  status: number;
  /** As it was sent, secrets in plain. */
  body: unknown;
  clientId: string;
  etagBefore?: string;
  etagAfter?: string;
  /** Made by a test behind the client's back. */
  outside?: true;
}

export class Ledger {
  private list: LedgerEntry[] = [];

  get entries(): readonly LedgerEntry[] {
    return this.list;
  }

  /** What clients wrote, without the outside edits. */
  writes(kind?: string): LedgerEntry[] {
    return this.list.filter(
      (entry) => entry.outside === undefined && (kind === undefined || entry.kind === kind),
    );
  }

  add(entry: LedgerEntry): void {
    this.list.push(entry);
  }

  clear(): void {
    this.list = [];
  }
}
