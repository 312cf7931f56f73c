/**
 * The options of the Remix Vite plugin. Remix itself reads this file no more;
 * scripts/vite.config.ts hands it to the plugin.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
    // Off: without it the server has no /__manifest, whose path expansion can be made to burn seconds of CPU.
    v3_lazyRouteDiscovery: false,
  },
}
