import type { ComponentProps } from "react";
import { ListFrame } from "#components/leads/list-frame.tsx";
import type { HandedOverLead, HandOverCursor, HandOverParams } from "#lib/call-list/hand-over.ts";
import { handOverAddress } from "./hand-over-address.ts";
import { HandOverHead } from "./hand-over-head.tsx";
import { HandOverTable } from "./hand-over-table.tsx";

const PATH = "/leads/hand-over";

type Props = Omit<ComponentProps<typeof HandOverHead>, "shown"> & {
  rows: readonly HandedOverLead[];
  next: HandOverCursor | null;
  params: HandOverParams;
};

/** Who was handed over to sales and has no answer yet: on the screen, on paper and as a file. */
export function HandOverPage({ rows, next, params, ...head }: Props) {
  const isPart = params.after !== null || next !== null;
  return (
    <ListFrame
      namespace="handOver"
      head={<HandOverHead {...head} shown={isPart ? rows.length : null} />}
      isEmpty={rows.length === 0}
      isFiltered={params.within !== null || params.owner !== null}
      path={PATH}
      first={params.after && handOverAddress(PATH, { ...params, after: null })}
      next={next && handOverAddress(PATH, { ...params, after: next })}
    >
      <HandOverTable rows={rows} today={head.today} />
    </ListFrame>
  );
}
