import { createContext, useContext } from "react";
import type { Temperature } from "#components/scoring/temperature.tsx";

type ListContextValue = {
  /** The organisation's day as an epoch day; days of its year are written without the year. */
  readonly today: number;
  /** By cell, of the models in force. */
  readonly temperatures: Readonly<Record<string, Temperature>>;
  /** Called as a lead is opened. */
  readonly onLeave: (leadId: number) => void;
};

/** What the lines of the list need besides their lead. */
export const ListContext = createContext<ListContextValue>({ today: 0, temperatures: {}, onLeave: () => {} });

export function useListContext(): ListContextValue {
  return useContext(ListContext);
}
