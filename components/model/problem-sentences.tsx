import type { Problem } from "#lib/scoring/problem.ts";
import type { ModelWords } from "./words.ts";

/** What is wrong here, one sentence each; read out when it appears. */
export function ProblemSentences({ problems, words }: { problems: readonly Problem[]; words: ModelWords }) {
  if (problems.length === 0) return null;
  const sentences = new Set(problems.map((problem) => problemSentence(problem, words)));
  return (
    <div role="alert" className="font-medium text-hot text-small">
      {[...sentences].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** What is wrong, in the words of the catalogue. */
export function problemSentence({ code, params }: Problem, { t, day }: ModelWords): string {
  if (code === "season_reversed") {
    return t("problems.season_reversed", { from: day(String(params.from)), until: day(String(params.until)) });
  }
  return t(`problems.${code}`, params);
}
