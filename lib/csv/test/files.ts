import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The public data sets that tests read when they lie beside the repository; none of them is part of it. */
const FOLDER = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

export const hasTestFiles = existsSync(FOLDER);

/** Says in a suite's name why it is skipped. */
export const NEEDS_TEST_FILES = hasTestFiles ? "" : " (skipped: ../shared/data is absent)";

export function testFile(path: string): string {
  return FOLDER + path;
}
