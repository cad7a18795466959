import { Unsupported } from "../../api/errors";
import type { Deletion } from "../override";

/**
 * No public document of Data Prep has DELETE, but Adobe's Python library calls it. Where the API refuses it, the mapping set
 * stays in AEP and does no harm. A set that is still shown after an accepted DELETE is deleted once more and then left.
 */
export async function deleteWhereSupported({ requestDelete, isShown }: Deletion): Promise<void> {
  try {
    await requestDelete();
    if (await isShown()) await requestDelete();
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
  }
}
