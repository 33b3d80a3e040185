import type { CDNSettings } from "@segment/analytics-next";
import { describe, expect, it } from "vitest";
import { siteSettings } from "./site-settings.ts";

describe("the settings of a site", () => {
  it("are what the browser's tracker expects, and name us as the only place to send to", () => {
    const settings: CDNSettings = siteSettings({ key: "vb_1", address: "https://voorrang.example:8443" });
    expect(Object.keys(settings.integrations)).toEqual(["Segment.io"]);
    expect(settings.integrations["Segment.io"]).toMatchObject({
      apiKey: "vb_1",
      apiHost: "voorrang.example:8443/v1",
      protocol: "https",
    });
    expect(settings.remotePlugins).toEqual([]);
  });

  it("are spoken in the clear where the installation is", () => {
    const { integrations } = siteSettings({ key: "vb_1", address: "http://127.0.0.1:3000" });
    expect(integrations["Segment.io"]).toMatchObject({ apiHost: "127.0.0.1:3000/v1", protocol: "http" });
  });
});
