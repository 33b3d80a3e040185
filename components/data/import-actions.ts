import type { ActionResult } from "#lib/result.ts";
import type { MappingActions } from "./use-mapping.ts";

type OnImport = (input: { importId: number }) => Promise<ActionResult<null>>;

/** What can be done with a file on its way in. */
export type ImportActions = MappingActions & {
  readonly tryOut: OnImport;
  readonly start: OnImport;
  readonly cancel: OnImport;
  readonly discard: OnImport;
};
