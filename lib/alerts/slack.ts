import type { SaidAlert } from "./say.ts";

type Posted = SaidAlert & {
  /** null: the installation does not know its own address. */
  readonly link: { readonly url: string; readonly label: string } | null;
};

/** What an incoming webhook of Slack takes, and of what speaks as it does (Mattermost, Rocket.Chat). */
export function slackPayload({ title, details, link }: Posted) {
  const lines = [`*${plain(title).replaceAll("*", "∗")}*`, ...details.map(plain)];
  if (link) lines.push(`<${encodeURI(decodeURI(link.url))}|${plain(link.label)}>`);
  return { text: lines.join("\n"), unfurl_links: false, unfurl_media: false };
}

/** Three characters mean something in its texts; without them nobody's name can mention a channel or hide a link. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
