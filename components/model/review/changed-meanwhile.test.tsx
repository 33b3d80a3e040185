import { expect, test } from "vitest";
import { renderWords } from "#components/test/render-words.tsx";
import type { Definition } from "#lib/scoring/definition.ts";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";

const seen = aDefinition({ mix: { fit: 50, engagement: 50 } });
const catalogue = { fields: [], eventTypes: [], stages: [] };

function told(definition: Definition, isSigner: boolean, locale: "nl" | "en"): string {
  const draft = { definition, savedAt: "2026-03-10T08:05:00Z", savedBy: "Lotte Aerts" };
  return renderWords(
    <ChangedMeanwhile seen={seen} draft={draft} catalogue={catalogue} isSigner={isSigner} onSeen={() => {}} />,
    locale,
  );
}

test("a draft that changes under its reader is told, with who, when and what, before it is signed", () => {
  const changed = aDefinition({ mix: { fit: 40, engagement: 60 } });
  const dutch = told(changed, true, "nl");
  expect(dutch).toContain("Lotte Aerts veranderde dit concept om 09:05, terwijl je het las.");
  expect(dutch).toMatch(/50.*40.*Gezien Tekenen kan zodra je dit gezien hebt\./);
  const english = told(changed, false, "en");
  expect(english).toContain("Lotte Aerts changed this draft at 09:05, while you were reading it.");
  expect(english).toMatch(/Seen$/);
});

test("a draft that says again what was seen is as it was", () => {
  expect(told(structuredClone(seen), true, "nl")).toBe("");
});
