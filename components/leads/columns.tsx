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

/** How wide a column is, as its head says for all its rows. */
export const COLUMN_WIDTH: Readonly<Record<ColumnId, string>> = {
  cell: "w-[104px]",
  name: "",
  company: "",
  score: "w-[72px]",
  fit: "w-[64px]",
  engagement: "w-[92px]",
  stage: "w-[164px]",
  owner: "w-[136px]",
  source: "w-[124px]",
  signal: "w-[108px]",
  created: "w-[116px]",
};

/** Where a column gives way, and where it stands on a phone: two lines of three. */
export const COLUMN_CLASS: Readonly<Record<ColumnId, string>> = {
  cell: "max-md:col-start-1 max-md:row-span-2",
  name: "max-md:col-start-2 max-md:row-start-1",
  company: "max-md:col-start-2 max-md:row-start-2 max-md:text-ink-3 max-md:text-small",
  score: "text-right max-md:col-start-3 max-md:row-start-1",
  fit: "text-right max-lg:hidden",
  engagement: "text-right max-lg:hidden",
  stage: "md:pl-6! max-md:col-start-3 max-md:row-start-2 max-md:text-right max-md:text-ink-3 max-md:text-small",
  owner: "max-md:hidden",
  source: "max-xl:hidden",
  signal: "text-right max-lg:hidden",
  created: "text-right max-xl:hidden",
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
