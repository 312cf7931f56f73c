import type { Shape } from '../translate.ts'
import type { deployments as zhDeployments } from '../zh/deployments.ts'

export const deployments = {
  title: 'Deployments',
  lead: 'Deployments that your firm has recorded. Those of a named product stand on its page, the others on your firm’s page.',
  import: 'Import from a table',
  none: 'No deployment recorded yet',
  noneText:
    'Record them one by one at a product, or import many at once; what is not said stays undisclosed.',
  noProduct: 'Product not named',
  atProduct: 'Manage at the product',
} satisfies Shape<typeof zhDeployments>
