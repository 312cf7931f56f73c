import { about } from './en/about.ts'
import { account } from './en/account.ts'
import { audit } from './en/audit.ts'
import { bid } from './en/bid.ts'
import { catalog } from './en/catalog.ts'
import { common } from './en/common.ts'
import { field } from './en/field.ts'
import { home } from './en/home.ts'
import { letter } from './en/letter.ts'
import { match } from './en/match.ts'
import { notification } from './en/notification.ts'
import { office } from './en/office.ts'
import { organization } from './en/organization.ts'
import { pilot } from './en/pilot.ts'
import { product } from './en/product.ts'
import { queue } from './en/queue.ts'
import { recommendation } from './en/recommendation.ts'
import { refusal } from './en/refusal.ts'
import { reward } from './en/reward.ts'
import { scenario } from './en/scenario.ts'
import { search } from './en/search.ts'
import { status } from './en/status.ts'
import { workspace } from './en/workspace.ts'

/** The English dictionary; each namespace is checked against the Chinese one. */
export const en = {
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
