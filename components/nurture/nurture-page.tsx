import type { ComponentProps } from "react";
import { ListFrame } from "#components/leads/list-frame.tsx";
import type { NurtureCursor, NurturedLead, NurtureParams } from "#lib/lifecycle/nurture-list.ts";
import { nurtureAddress } from "./nurture-address.ts";
import { NurtureHead } from "./nurture-head.tsx";
import { NurtureTable } from "./nurture-table.tsx";

const PATH = "/leads/nurture";

type Props = ComponentProps<typeof NurtureHead> & {
  rows: readonly NurturedLead[];
  next: NurtureCursor | null;
  params: NurtureParams;
  /** Epoch day. */
  today: number;
};

/** Who went back to marketing, why, and when they are back. */
export function NurturePage({ rows, next, params, today, ...head }: Props) {
  return (
    <ListFrame
      namespace="nurture"
      head={<NurtureHead {...head} />}
      isEmpty={rows.length === 0}
      isFiltered={params.within !== null || params.reason !== null || params.owner !== null || params.news}
      path={PATH}
      first={params.after && nurtureAddress(PATH, { ...params, after: null })}
      next={next && nurtureAddress(PATH, { ...params, after: next })}
    >
      <NurtureTable rows={rows} today={today} />
    </ListFrame>
  );
}
