import { errorTable } from "../../api/errorTable";
import { errorText } from "../../api/errorText";
import { UnexpectedState } from "../../api/errors";
import { path } from "../../api/path";
import { isObject } from "../../values/propertyPath";
import type { Deletion } from "../override";

/** AEP deletes the data with the dataset. A dataset with batches is deleted only where its state has `forceDelete`. */
export async function deleteIfEmpty({ id, state, reader, deleteObject }: Deletion): Promise<void> {
  if (state["forceDelete"] !== true) {
    const { body } = await reader.get(`/data/foundation/catalog/batches?dataSet=${path`${id}`}&limit=1`);
    if (isObject(body) && Object.keys(body).length > 0) {
      throw new UnexpectedState(errorText(errorTable.holdsData, {}));
    }
  }
  await deleteObject();
}
