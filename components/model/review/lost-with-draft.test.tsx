import { expect, test } from "vitest";
import { renderWords } from "#components/test/render-words.tsx";
import { LostWithDraft } from "./lost-with-draft.tsx";

const words = (comments: number, signatures: number, locale: "nl" | "en") =>
  renderWords(<LostWithDraft comments={comments} signatures={signatures} />, locale);

test("who drops a draft is told how many comments and signatures go with it", () => {
  expect(words(2, 1, "nl")).toBe("Ook weg: 2 opmerkingen en 1 handtekening.");
  expect(words(1, 0, "nl")).toBe("Ook weg: 1 opmerking.");
  expect(words(0, 2, "nl")).toBe("Ook weg: 2 handtekeningen.");
  expect(words(1, 2, "en")).toBe("Also lost: 1 comment and 2 signatures.");
  expect(words(0, 0, "en")).toBe("");
});
