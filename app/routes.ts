import { type RouteConfig, route } from '@remix-run/route-config'

/** Every address of the product and the file that answers it; `paths.ts` spells the same addresses as functions. */
export default [
  route('preferences', 'routes/preferences.ts'),
  route('parts', 'routes/styleguide.tsx'),
] satisfies RouteConfig
