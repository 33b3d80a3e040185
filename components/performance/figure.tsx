import type { ReactNode } from "react";
import { FigureMenu } from "./figure-menu.tsx";
import { NextAct } from "./next-act.tsx";

type Props = {
  id: string;
  /** What the figure shows, computed: never decoration. */
  finding: string;
  /** What is counted, and of how many. */
  caption: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A finding with its evidence, which can be taken along. */
export function Figure({ id, finding, caption, className = "", children }: Props) {
  return (
    <section aria-labelledby={id} className={`min-w-0 self-start print:mb-4 print:break-inside-avoid ${className}`}>
      <FigureMenu id={id} finding={finding} />
      <h2 id={id} className="type-title text-balance text-[17px]/[22px]">
        {finding}
      </h2>
      <p className="mt-0.5 max-w-[68ch] text-ink-3 text-small">{caption}</p>
      <div className="mt-3">{children}</div>
      <NextAct figure={id} />
    </section>
  );
}
