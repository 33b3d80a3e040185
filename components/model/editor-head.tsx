"use client";

import { type ComponentProps, memo } from "react";
import type { Definition } from "#lib/scoring/definition.ts";
import { DraftButtons } from "./draft-buttons.tsx";
import { EditorBand } from "./editor-band.tsx";

type Props = Omit<ComponentProps<typeof EditorBand>, "definition" | "children"> &
  Omit<ComponentProps<typeof DraftButtons>, "definition"> & {
    /** As it was when the hand rested: a step of it leaves the band alone. */
    settled: Definition;
  };

/** The band above the editor with what can be done with the draft. */
export const EditorHead = memo(function EditorHead({ settled, ...props }: Props) {
  const { draft, published, overtaken, changes, catalogue, mayPublish, hasProblems } = props;
  return (
    <EditorBand
      definition={settled}
      published={published}
      changes={changes}
      catalogue={catalogue}
      topics={props.topics}
      save={props.save}
      canUndo={props.canUndo}
      canRedo={props.canRedo}
      onUndo={props.onUndo}
      onRedo={props.onRedo}
    >
      <DraftButtons
        draft={draft}
        definition={settled}
        published={published}
        overtaken={overtaken}
        changes={changes}
        catalogue={catalogue}
        mayPublish={mayPublish}
        hasProblems={hasProblems}
        flush={props.flush}
        settledRevision={props.settledRevision}
        onDropped={props.onDropped}
        actions={props.actions}
      />
    </EditorBand>
  );
});
