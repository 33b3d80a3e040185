"use client";

import { type ComponentProps, useMemo } from "react";
import { LeadsView } from "./leads-view.tsx";
import type { FirstPage } from "./use-leads.ts";

type Props = Omit<ComponentProps<typeof LeadsView>, "first"> & { text: string };

/** The list from its first page as JSON: React hands over one text faster than its rows. */
export function LeadsFromText({ text, ...props }: Props) {
  const first: FirstPage = useMemo(() => JSON.parse(text), [text]);
  return <LeadsView first={first} {...props} />;
}
