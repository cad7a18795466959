/** A body that is sent unchanged, JSON or not. */
export class Verbatim {
  constructor(readonly text: string) {}
}
