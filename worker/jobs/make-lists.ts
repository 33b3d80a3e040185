import { makeDueLists } from "#db/mutations/make-due-lists.ts";
import type { JobHandler } from "#worker/job.ts";

/** The day begins: who comes to work finds a list. */
export const makeListsJob: JobHandler<"make-lists"> = async (_, { now, signal }) => ({
  lists: await makeDueLists({ now, signal }),
});
