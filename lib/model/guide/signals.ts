import type { GuideSample, SampledLead, Shared } from "./sample.ts";
import { compare } from "./traits.ts";

/** An event type, and how many did such a thing; of customers before they became one. */
export type Signal = Shared & { readonly type: string };

const MOST = 30;

/** What leads did, the most telling first. */
export function tellSignals({ all, customers }: GuideSample): Signal[] {
  return compare(all.map(typesOf), customers.map(typesOf), MOST).map(({ value, ...shared }) => ({
    type: value,
    ...shared,
  }));
}

function typesOf({ facts, wonAt }: SampledLead): ReadonlySet<string> {
  return new Set(facts.events.flatMap(({ type, at }) => (wonAt === null || at < wonAt ? type : [])));
}
