import { UnexpectedState } from "../../api/errors";
import { path } from "../../api/path";
import { isObject } from "../../values/propertyPath";
import type { Deletion } from "../override";

/** AEP deletes the data with the dataset. A dataset with batches is deleted only where its state has `forceDelete`. */
export async function deleteIfEmpty({ id, state, reader, deleteObject }: Deletion): Promise<void> {
  if (state["forceDelete"] !== true) {
    const { body } = await reader.get(`/data/foundation/catalog/batches?dataSet=${path`${id}`}&limit=1`);
    if (isObject(body) && Object.keys(body).length > 0) {
      throw new UnexpectedState(
        "it holds data. To delete the data with it, set forceDelete: true and run `pulumi up` first; to leave it in AEP, use retainOnDelete",
      );
    }
  }
  await deleteObject();
}
