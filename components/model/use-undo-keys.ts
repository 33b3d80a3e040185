"use client";

import { useEffect } from "react";

/** Where typing is no part of the draft: the browser takes it back there. */
const OWN_UNDO = "[role='dialog'], textarea, [data-own-undo]";

/** Ctrl/Cmd-Z and Ctrl/Cmd-Shift-Z anywhere in the editor; a dialog over it, a search and a comment keep their own. */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(OWN_UNDO)) return;
      const key = event.key.toLowerCase();
      if (key === "z" && !event.shiftKey) undo();
      else if ((key === "z" && event.shiftKey) || (key === "y" && event.ctrlKey)) redo();
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [undo, redo]);
}
