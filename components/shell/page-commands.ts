import { useEffect, useRef } from "react";

/** Something that can be done on the page in sight. */
export type PageCommand = {
  /** In lower case. */
  readonly key: string;
  readonly label: string;
  /** `at` is the time stamp of the key press or click. */
  readonly run: (at: number) => void;
};

const sources = new Set<() => readonly PageCommand[]>();

/** Offers what can be done on a page to the palette, for as long as the page is there. */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const source = () => latest.current;
    sources.add(source);
    return () => void sources.delete(source);
  }, []);
}

/** What can be done now. */
export function readPageCommands(): readonly PageCommand[] {
  return [...sources].flatMap((source) => source());
}
