import { createColumnHelper, rowSortingFeature, tableFeatures } from "@tanstack/react-table";
import type { LeadRow, LeadSort } from "#lib/leads/list.ts";
import { CellMark, InstantDay, LeadIdentity, Points, StageName } from "./row-parts.tsx";

/** Sorted by the server: the table only says by what. */
export const features = tableFeatures({ rowSortingFeature });

export type ColumnId =
  | "cell"
  | "name"
  | "company"
  | "score"
  | "fit"
  | "engagement"
  | "stage"
  | "owner"
  | "source"
  | "signal"
  | "created";

/** How wide a column is, where it gives way, and where it stands on a phone: two lines of three. */
export const COLUMN_CLASS: Readonly<Record<ColumnId, string>> = {
  cell: "w-[104px] max-md:col-start-1 max-md:row-span-2 max-md:w-auto",
  name: "max-md:col-start-2 max-md:row-start-1",
  company: "max-md:col-start-2 max-md:row-start-2 max-md:text-ink-3 max-md:text-small",
  score: "w-[72px] text-right max-md:col-start-3 max-md:row-start-1 max-md:w-auto",
  fit: "w-[64px] text-right max-lg:hidden",
  engagement: "w-[92px] text-right max-lg:hidden",
  stage:
    "w-[164px] md:pl-6! max-md:col-start-3 max-md:row-start-2 max-md:w-auto max-md:text-right max-md:text-ink-3 max-md:text-small",
  owner: "w-[136px] max-md:hidden",
  source: "w-[124px] max-xl:hidden",
  signal: "w-[108px] text-right max-lg:hidden",
  created: "w-[116px] text-right max-xl:hidden",
};

/** The table hands column ids back as any text; they are those it was given below. */
export function columnId(id: string): ColumnId {
  return id as ColumnId;
}

/** The columns by which the server can sort. */
export const SORT_OF: Readonly<Partial<Record<ColumnId, LeadSort>>> = {
  name: "name",
  company: "company",
  score: "score",
  fit: "fit",
  engagement: "engagement",
  signal: "signal",
  created: "created",
};

const helper = createColumnHelper<typeof features, LeadRow>();

export const columns = helper.columns([
  helper.display({ id: "cell", cell: ({ row }) => <CellMark row={row.original} /> }),
  helper.display({ id: "name", cell: ({ row }) => <LeadIdentity row={row.original} /> }),
  helper.accessor("company", { id: "company", cell: ({ getValue }) => getValue() ?? "" }),
  helper.display({ id: "score", cell: ({ row }) => <Points row={row.original} part="combined" /> }),
  helper.display({ id: "fit", cell: ({ row }) => <Points row={row.original} part="fit" /> }),
  helper.display({ id: "engagement", cell: ({ row }) => <Points row={row.original} part="engagement" /> }),
  helper.accessor("stage", { id: "stage", cell: ({ getValue }) => <StageName stage={getValue()} /> }),
  helper.accessor((row) => row.owner?.name, { id: "owner", cell: ({ getValue }) => getValue() ?? "" }),
  helper.accessor("source", { id: "source", cell: ({ getValue }) => getValue() ?? "" }),
  helper.accessor((row) => row.score?.newestEventAt, {
    id: "signal",
    cell: ({ getValue }) => <InstantDay at={getValue() ?? null} />,
  }),
  helper.accessor("createdAt", { id: "created", cell: ({ getValue }) => <InstantDay at={getValue()} /> }),
]);
