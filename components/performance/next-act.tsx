"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { can, type Permission } from "#lib/access/permissions.ts";
import type { Role } from "#lib/access/roles.ts";

/** What a figure leads to, by its heading's id: where it is done, and what a person must be allowed for it. */
const ACTS = {
  "performance-funnel": { href: "/performance/review#given-back", asks: "hold_review" },
  "performance-trend": { href: "/model/versions", asks: "view_model" },
  "performance-wait": { href: "/model#cells", asks: "view_model" },
  "performance-touch": { href: "/settings/hours", asks: "work_leads" },
  "performance-clocks": { href: "/today", asks: "work_leads" },
  "performance-reps": { href: "/settings/routing", asks: "manage_team" },
  "performance-deals": { href: "/performance/review#given-back", asks: "hold_review" },
  "performance-wins": { href: "/performance/review#given-back", asks: "hold_review" },
  "performance-sources": { href: "/model", asks: "view_model" },
  "performance-cells": { href: "/matrix", asks: "view_matrix" },
  "performance-order": { href: "/performance/review#model", asks: "hold_review" },
  "performance-calibration": { href: "/model", asks: "view_model" },
  "performance-bands": { href: "/model#cells", asks: "view_model" },
  "performance-inflation": { href: "/model#cells", asks: "view_model" },
} as const satisfies Readonly<Record<string, { readonly href: string; readonly asks: Permission }>>;

type Acted = keyof typeof ACTS;

const RoleContext = createContext<Role | null>(null);

/** Who reads the figures: nobody is sent where they may not go. */
export function ReadBy({ role, children }: { role: Role | null; children: ReactNode }) {
  return <RoleContext value={role}>{children}</RoleContext>;
}

/** The one thing to do next about a figure; nothing where there is none, or where the reader may not do it. */
export function NextAct({ figure }: { figure: string }) {
  const t = useTranslations("performance.next");
  const role = useContext(RoleContext);
  if (!hasAct(figure) || !can(role, ACTS[figure].asks)) return null;
  return (
    <p data-outside-picture className="mt-2 text-right text-small print:hidden">
      <Link
        href={ACTS[figure].href}
        prefetch={false}
        className="font-semibold text-accent underline-offset-4 hover:underline"
      >
        {t(figure)} <span aria-hidden="true">→</span>
      </Link>
    </p>
  );
}

function hasAct(figure: string): figure is Acted {
  return Object.hasOwn(ACTS, figure);
}
