/** One kind of error, as the user sees it. `<name>` stands for a value. sdk/guides/troubleshooting.md shows all entries. */
export interface ErrorEntry {
  /** What the error text shows. For an error of AEP, AEP's own message stands before it. */
  readonly text: string;
  readonly cause: string;
  /** What to do, in one or two sentences: the end of the error text. */
  readonly remedy: string;
}
