import type { ReactNode } from "react";

type Props = {
  main: ReactNode;
  second?: ReactNode;
  /** Where the lines themselves look otherwise: each element of a row is there as often as there are rows. */
  mainClass?: string;
  secondClass?: string;
};

/** The two lines of a cell: what matters, and quieter what goes with it. */
export function Lines({ main, second, mainClass = "", secondClass = "" }: Props) {
  return (
    <>
      <span className={`block truncate ${mainClass}`}>{main}</span>
      <span className={`row-second ${secondClass}`}>{second}</span>
    </>
  );
}
