import { redirect } from "next/navigation";
import { homeOf } from "#lib/access/home.ts";
import { requireUser } from "./_server/session.ts";

export default async function HomePage() {
  const user = await requireUser();
  redirect(homeOf(user.role));
}
