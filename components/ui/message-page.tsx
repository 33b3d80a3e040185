import type { ReactNode } from "react";

/** A page that has only something to say: nothing here yet, not found, not allowed, gone wrong. */
export function MessagePage({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-[60dvh] max-w-[52ch] flex-col justify-center px-gutter py-16">
      <h1 className="type-display">{title}</h1>
      <div className="type-prose mt-3 text-ink-2">{children}</div>
      {action && <div className="mt-6 flex gap-3">{action}</div>}
    </main>
  );
}
