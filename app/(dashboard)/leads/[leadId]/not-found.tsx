import { requireUser } from "#app/_server/session.ts";
import { MissingLead } from "#components/lead/missing-lead.tsx";

export { generateMetadata } from "../../../not-found.tsx";

export default async function LeadNotFound() {
  const { userId } = await requireUser();
  return <MissingLead userId={userId} />;
}
