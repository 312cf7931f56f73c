import { type RouteConfig, route } from '@remix-run/route-config'

/** Every address of the product and the file that answers it; `paths.ts` spells the same addresses as functions. */
export default [
  route('preferences', 'routes/preferences.ts'),
  route('parts', 'routes/styleguide.tsx'),

  route('scenarios/:scenarioId/bids/new', 'routes/bids/new.tsx'),
  route('scenarios/:scenarioId/bids', 'routes/scenarios/bids.tsx'),
  route('scenarios/:scenarioId/opening', 'routes/scenarios/opening.ts'),

  route('bids', 'routes/bids/list.tsx'),
  route('bids/:bidId', 'routes/bids/show.tsx'),
  route('bids/:bidId/withdrawal', 'routes/bids/withdrawal.ts'),

  route('pilots', 'routes/pilots/list.tsx'),
  route('pilots/:pilotId', 'routes/pilots/show.tsx'),
  route('pilots/:pilotId/deployment', 'routes/pilots/deployment.tsx'),
  route('pilots/:pilotId/run', 'routes/pilots/run.ts'),
  route('pilots/:pilotId/report', 'routes/pilots/report.tsx'),
  route('pilots/:pilotId/acceptance', 'routes/pilots/acceptance.tsx'),
  route('pilots/:pilotId/signature', 'routes/pilots/signature.tsx'),
  route('pilots/:pilotId/return', 'routes/pilots/return.tsx'),
] satisfies RouteConfig
