import { createContext, useContext } from "react";
import type { Temperature } from "#components/scoring/temperature.tsx";

type ListContextValue = {
  /** The organisation's day as an epoch day; days of its year are written without the year. */
  readonly today: number;
  /** By cell, of the models in force. */
  readonly temperatures: Readonly<Record<string, Temperature>>;
};

/** What the lines of the list need besides their lead. */
export const ListContext = createContext<ListContextValue>({ today: 0, temperatures: {} });

export function useListContext(): ListContextValue {
  return useContext(ListContext);
}
