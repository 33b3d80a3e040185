export type Refusal = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export function errorOf(category: string, message: string) {
  return { status: "error", category, message, correlationId: "aeb5f871-7f07-4993-9211-075dc63e7cbf" };
}

/** As HubSpot refuses a call that comes too soon, or after the last of the day. */
export function tooMany(
  policyName: "SECONDLY" | "TEN_SECONDLY_ROLLING" | "DAILY",
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  const message = `You have reached your ${policyName.toLowerCase()} limit.`;
  return { status: 429, body: { ...errorOf("RATE_LIMITS", message), errorType: "RATE_LIMIT", policyName }, headers };
}
