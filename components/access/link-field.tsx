"use client";

import { CopiedField } from "./copied-field.tsx";

type Props = {
  /** Path of the link; its host is the one the reader uses. */
  path: string;
  /** What the link is, for who does not see where it stands. */
  label: string;
  /** What to know before it is used. */
  hint: string;
};

/** A link to take along: it is shown this once. */
export function LinkField({ path, label, hint }: Props) {
  return <CopiedField text={new URL(path, window.location.href).href} label={label} hint={hint} />;
}
