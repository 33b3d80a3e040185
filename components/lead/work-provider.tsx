"use client";

import { createContext, type ReactNode, useContext } from "react";
import { useWork, type WorkedLead } from "./use-work.ts";

const WorkContext = createContext<ReturnType<typeof useWork> | null>(null);

/** What is asked, typed and said of the lead of the page, for the bar below it and the number in its head. */
export function WorkProvider({ children, ...lead }: WorkedLead & { children: ReactNode }) {
  return <WorkContext value={useWork(lead)}>{children}</WorkContext>;
}

/** null: the reader does not work leads. */
export function useWorkOfPage() {
  return useContext(WorkContext);
}
