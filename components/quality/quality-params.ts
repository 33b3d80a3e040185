import { createSerializer, parseAsStringLiteral } from "nuqs/server";
import { FAULTS, type Fault } from "#lib/data-quality/faults.ts";
import type { QualityFigures } from "#lib/data-quality/figures.ts";

/** Which leads to mend are listed; null: those of the first fault that there are any of. */
export const qualityParams = { mend: parseAsStringLiteral(FAULTS) };

const addressOf = createSerializer(qualityParams);

/** The list of the leads with a fault. */
export function mendAddress(fault: Fault): string {
  return `${addressOf("/data/quality", { mend: fault })}#mend`;
}

/** Which fault is listed; null where nothing was measured. */
export function chosenFault(asked: Fault | null, figures: QualityFigures | null): Fault | null {
  return figures && (asked ?? FAULTS.find((fault) => figures.faulty[fault] > 0) ?? FAULTS[0]);
}
