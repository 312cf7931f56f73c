import { type RouteConfig, route } from '@remix-run/route-config'

/** Every address of the product and the file that answers it; `paths.ts` spells the same addresses as functions. */
export default [
  route('preferences', 'routes/preferences.ts'),
  route('parts', 'routes/styleguide.tsx'),

  route('queue', 'routes/queue.tsx'),

  route('scenarios', 'routes/scenarios/list.tsx'),
  route('scenarios/mine', 'routes/scenarios/mine.tsx'),
  route('scenarios/new', 'routes/scenarios/new.tsx'),
  route('scenarios/:scenarioId', 'routes/scenarios/show.tsx'),
  route('scenarios/:scenarioId/edit', 'routes/scenarios/edit.tsx'),
  route('scenarios/:scenarioId/submission', 'routes/scenarios/submission.tsx'),
  route('scenarios/:scenarioId/publication', 'routes/scenarios/publication.tsx'),
  route('scenarios/:scenarioId/return', 'routes/scenarios/return.tsx'),
  route('scenarios/:scenarioId/withdrawal', 'routes/scenarios/withdrawal.tsx'),
  route('scenarios/:scenarioId/bids/new', 'routes/bids/new.tsx'),
  route('scenarios/:scenarioId/bids', 'routes/scenarios/bids.tsx'),
  route('scenarios/:scenarioId/opening', 'routes/scenarios/opening.ts'),

  route('products', 'routes/products/list.tsx'),
  route('products/mine', 'routes/products/mine.tsx'),
  route('products/new', 'routes/products/new.tsx'),
  route('products/:productId', 'routes/products/show.tsx'),
  route('products/:productId/edit', 'routes/products/edit.tsx'),
  route('products/:productId/matches', 'routes/products/matches.tsx'),
  route('products/:productId/submission', 'routes/products/submission.tsx'),
  route('products/:productId/publication', 'routes/products/publication.tsx'),
  route('products/:productId/return', 'routes/products/return.tsx'),
  route('products/:productId/withdrawal', 'routes/products/withdrawal.tsx'),
  route('products/:productId/revision', 'routes/products/revision.tsx'),

  route('scenarios/:scenarioId/matches', 'routes/scenarios/matches.tsx'),
  route('workspace', 'routes/workspace.tsx'),

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

  route('catalog', 'routes/catalog/list.tsx'),
  route('catalog/:entryId', 'routes/catalog/show.tsx'),
  route('catalog/:entryId/handling', 'routes/catalog/handling.ts'),
  route('catalog/:entryId/review', 'routes/catalog/review.tsx'),
  route('catalog/:entryId/notice', 'routes/catalog/notice.ts'),
  route('catalog/:entryId/objection', 'routes/catalog/objection.tsx'),
  route('catalog/:entryId/settlement', 'routes/catalog/settlement.tsx'),
  route('catalog/:entryId/publication', 'routes/catalog/publication.ts'),
  route('catalog/:entryId/rejection', 'routes/catalog/rejection.tsx'),
  route('pilots/:pilotId/nomination', 'routes/catalog/nomination.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
