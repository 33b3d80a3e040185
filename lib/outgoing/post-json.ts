import type { Outgoing } from "./connect.ts";
import { type Delivery, failed, SENT, uncertain } from "./delivery.ts";
import { type Answer, post } from "./post.ts";

/** A gateway that says so may have passed it on before. */
const PASSED_ON = [502, 504];
const PASSING = [408, 429];

type PostJson = {
  /** https, or http to the operator's own networks. */
  readonly url: URL;
  readonly body: unknown;
};

/** Posts JSON that must not arrive twice to an address that a user named. Follows no redirect. */
export async function postJson({ url, body }: PostJson, outgoing: Outgoing): Promise<Delivery> {
  const answer = await post({ url, body: JSON.stringify(body) }, outgoing);
  return answer.state === "answered" ? judge(answer) : answer;
}

function judge({ status, said, afterMs }: Answer): Delivery {
  const detail = `${status} ${said}`;
  if (status >= 200 && status < 300) return SENT;
  if (status >= 300 && status < 400) return failed("redirected", String(status));
  if (PASSED_ON.includes(status)) return uncertain("unanswered", detail);
  const isPassing = status >= 500 || PASSING.includes(status);
  return failed("refused", detail, { isHopeless: !isPassing, ...(isPassing && afterMs !== undefined && { afterMs }) });
}
