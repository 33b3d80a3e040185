import type { NotSent } from "#lib/outgoing/delivery.ts";
import type { Failure } from "#lib/outgoing/outgoing-error.ts";
import type { Answer } from "#lib/outgoing/post.ts";

/** What came of one attempt. Anything but an answer of success is none: it is sent again. */
export type Attempt =
  | { readonly state: "arrived"; readonly answer: number }
  | {
      readonly state: "missed";
      /** The status that the other side answered with; null: it did not. */
      readonly answer: number | null;
      readonly failure: Failure;
      /** The other side's own words. */
      readonly detail: string;
      readonly afterMs?: number | undefined;
      /** It wants nothing any more. */
      readonly isGone: boolean;
    };

const GONE = 410;
const MOST_DETAIL = 200;

export function judgeAttempt(answer: Answer | NotSent): Attempt {
  if (answer.state !== "answered") {
    const { failure, detail } = answer;
    return { state: "missed", answer: null, failure, detail, isGone: false };
  }
  const { status, said, afterMs } = answer;
  if (status >= 200 && status < 300) return { state: "arrived", answer: status };
  const failure = status >= 300 && status < 400 ? "redirected" : "refused";
  const detail = said.replace(/\s+/g, " ").trim().slice(0, MOST_DETAIL);
  return { state: "missed", answer: status, failure, detail, afterMs, isGone: status === GONE };
}
