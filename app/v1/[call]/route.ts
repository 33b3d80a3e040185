import { answerPreflight, ingest } from "#app/_server/ingest-route.ts";

type Context = { readonly params: Promise<{ readonly call?: string }> };

const take = async (request: Request, { params }: Context) => ingest(request, (await params).call ?? "");

/** The tracking protocol: `identify`, `track`, `batch` and the others, each also by its first letter. */
export const POST = Object.assign(take, { access: "key" as const });

export const OPTIONS = Object.assign(async () => answerPreflight(), { access: "public" as const });
