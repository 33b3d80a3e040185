"use client";

import type { ReactNode } from "react";
import { Button } from "./button.tsx";

/** Puts the page on paper, or into a PDF, as the browser offers. Not on paper itself. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <span className="print:hidden">
      <Button onClick={() => window.print()}>{children}</Button>
    </span>
  );
}
