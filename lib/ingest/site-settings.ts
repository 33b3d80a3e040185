/**
 * What the browser's tracker asks for before it sends anything: which integrations a site has. It has one, us, with
 * our address, and nothing is loaded from elsewhere.
 */
export function siteSettings({ key, address }: { readonly key: string; readonly address: string }) {
  const { host, protocol } = new URL(address);
  const scheme = protocol === "https:" ? ("https" as const) : ("http" as const);
  const open = { __default: { enabled: true, integrations: {} } };
  return {
    integrations: {
      "Segment.io": {
        apiKey: key,
        apiHost: `${host}/v1`,
        protocol: scheme,
        unbundledIntegrations: [],
        addBundledMetadata: false,
        maybeBundledConfigIds: {},
        versionSettings: { version: "4.4.7", componentTypes: ["browser" as const] },
      },
    },
    plan: { track: open, identify: open, group: open },
    edgeFunction: {},
    analyticsNextEnabled: true,
    middlewareSettings: { routingRules: [] },
    enabledMiddleware: {},
    metrics: { sampleRate: 0 },
    legacyVideoPluginsEnabled: false,
    remotePlugins: [],
  };
}
