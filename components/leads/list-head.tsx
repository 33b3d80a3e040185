import type { ReactNode } from "react";
import { ListsNav } from "./lists-nav.tsx";

type Props = {
  title: string;
  /** Which leads these are, with words that can be changed. */
  sentence: ReactNode;
  /** What can be done with all of them. */
  children?: ReactNode;
};

/** Above a list that stands for one moment of a lead's way. */
export function ListHead({ title, sentence, children }: Props) {
  return (
    <header className="flex flex-col gap-1 px-gutter pt-3 pb-3 print:px-1">
      <ListsNav />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1 className="type-display">{title}</h1>
        <p className="type-prose flex-1 max-md:basis-full">{sentence}</p>
        {children}
      </div>
    </header>
  );
}
