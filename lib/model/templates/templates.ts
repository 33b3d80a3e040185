import { B2B_SOFTWARE } from "./b2b-software.ts";
import { B2C } from "./b2c.ts";
import { COLD_WARM_HOT } from "./cold-warm-hot.ts";
import { FIVE } from "./five.ts";
import { MANUFACTURING } from "./manufacturing.ts";
import type { Template } from "./template.ts";
import { WEIGHTING } from "./weighting.ts";

/** All templates, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [B2B_SOFTWARE, MANUFACTURING, B2C, WEIGHTING, COLD_WARM_HOT, FIVE];
