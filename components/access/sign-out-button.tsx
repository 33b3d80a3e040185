"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";

type Props = { signOut: () => Promise<unknown>; children: ReactNode };

export function SignOutButton({ signOut, children }: Props) {
  return <Button onClick={() => void signOut()}>{children}</Button>;
}
