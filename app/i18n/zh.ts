import { about } from './zh/about.ts'
import { account } from './zh/account.ts'
import { audit } from './zh/audit.ts'
import { bid } from './zh/bid.ts'
import { catalog } from './zh/catalog.ts'
import { common } from './zh/common.ts'
import { field } from './zh/field.ts'
import { home } from './zh/home.ts'
import { letter } from './zh/letter.ts'
import { match } from './zh/match.ts'
import { notification } from './zh/notification.ts'
import { office } from './zh/office.ts'
import { organization } from './zh/organization.ts'
import { pilot } from './zh/pilot.ts'
import { product } from './zh/product.ts'
import { queue } from './zh/queue.ts'
import { recommendation } from './zh/recommendation.ts'
import { refusal } from './zh/refusal.ts'
import { reward } from './zh/reward.ts'
import { scenario } from './zh/scenario.ts'
import { search } from './zh/search.ts'
import { status } from './zh/status.ts'
import { workspace } from './zh/workspace.ts'

/** The Chinese dictionary; its keys are the keys of the product. */
export const zh = {
  about,
  account,
  audit,
  bid,
  catalog,
  common,
  field,
  home,
  letter,
  match,
  notification,
  office,
  organization,
  pilot,
  product,
  queue,
  recommendation,
  refusal,
  reward,
  scenario,
  search,
  status,
  workspace,
}
