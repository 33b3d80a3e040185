import Link from "next/link";
import type { ReactNode } from "react";
import type { Truth } from "#lib/performance/truth/truth.ts";
import type { TruthPart } from "#lib/performance/truth/won-leads.ts";
import type { LinkTo } from "./performance-params.ts";

type Where = {
  truth: Pick<Truth, "wonLeads">;
  part: TruthPart;
  name: string;
  linkTo: LinkTo;
};

/** The address of those who were won of a part of the scores; none where nobody was. */
export function wonHref({ truth, part, name, linkTo }: Where): string | undefined {
  const isNamed = truth.wonLeads.some((each) => each.part === part && each.name === name);
  return isNamed ? linkTo({ of: "scored_won", part, name }) : undefined;
}

/** Words that open them. */
export function WonLink({ children, ...where }: Where & { children: ReactNode }) {
  const href = wonHref(where);
  if (href === undefined) return children;
  return (
    <Link href={href} prefetch={false} className="leading-6 underline-offset-4 hover:underline">
      {children}
    </Link>
  );
}
