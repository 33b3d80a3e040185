import { problem } from "#app/_server/problem.ts";
import { defineRoute } from "#app/_server/route.ts";

/** A path that no operation has: a program reads problems and no pages. */
const nothing = defineRoute({ permission: "public", run: async (request) => problem(request, "not_found") });

export const GET = nothing;
export const POST = nothing;
export const PUT = nothing;
export const PATCH = nothing;
export const DELETE = nothing;
