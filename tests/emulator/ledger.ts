/** All accepted writes in order. Tests compare them with what a client reports. */

export interface LedgerEntry {
  at: number;
  method: string;
  /** With query. */
  path: string;
  kind: string;
  id: string;
  sandbox: string;
  status: number;
  /** As it was sent, with secrets in plain text. */
  body: unknown;
  clientId: string;
  etagBefore?: string;
  etagAfter?: string;
  /** Made by a test with `edit` or `remove`, not by a client. */
  outside?: true;
}

export class Ledger {
  private list: LedgerEntry[] = [];

  get entries(): readonly LedgerEntry[] {
    return this.list;
  }

  /** The writes of clients, without outside edits. */
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
