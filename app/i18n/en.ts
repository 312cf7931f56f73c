import * as about from './en/about.ts'
import * as aboutAccessibility from './en/about-accessibility.ts'
import * as aboutData from './en/about-data.ts'
import * as aboutFormula from './en/about-formula.ts'
import * as aboutOpen from './en/about-open.ts'
import * as aboutPrivacy from './en/about-privacy.ts'
import * as account from './en/account.ts'
import * as addendum from './en/addendum.ts'
import * as catalog from './en/catalog.ts'
import * as catalogPage from './en/catalog-page.ts'
import * as common from './en/common.ts'
import * as commonDesk from './en/common-desk.ts'
import * as compare from './en/compare.ts'
import * as concept from './en/concept.ts'
import * as conceptDesk from './en/concept-desk.ts'
import * as deployments from './en/deployments.ts'
import * as desk from './en/desk.ts'
import * as field from './en/field.ts'
import * as file from './en/file.ts'
import * as fileDesk from './en/file-desk.ts'
import * as firm from './en/firm.ts'
import * as fit from './en/fit.ts'
import * as home from './en/home.ts'
import * as imports from './en/imports.ts'
import * as market from './en/market.ts'
import * as match from './en/match.ts'
import * as matchSpoken from './en/match-spoken.ts'
import * as matches from './en/matches.ts'
import * as notification from './en/notification.ts'
import * as product from './en/product.ts'
import * as productDesk from './en/product-desk.ts'
import * as productFacts from './en/product-facts.ts'
import * as productHold from './en/product-hold.ts'
import * as productList from './en/product-list.ts'
import * as productPage from './en/product-page.ts'
import * as recommendation from './en/recommendation.ts'
import * as record from './en/record.ts'
import * as refusal from './en/refusal.ts'
import * as refusalAccount from './en/refusal-account.ts'
import * as refusalDesk from './en/refusal-desk.ts'
import * as refusalReward from './en/refusal-reward.ts'
import * as review from './en/review.ts'
import * as reward from './en/reward.ts'
import * as risk from './en/risk.ts'
import * as riskExpected from './en/risk-expected.ts'
import * as savedSearch from './en/saved-search.ts'
import * as savedSearchDesk from './en/saved-search-desk.ts'
import * as scenario from './en/scenario.ts'
import * as scenarioDesk from './en/scenario-desk.ts'
import * as scenarioList from './en/scenario-list.ts'
import * as scenarioPage from './en/scenario-page.ts'
import * as scenarioWizard from './en/scenario-wizard.ts'
import * as search from './en/search.ts'
import * as searchSuggestions from './en/search-suggestions.ts'
import * as site from './en/site.ts'
import * as siteLists from './en/site-lists.ts'
import * as solution from './en/solution.ts'
import * as solutionDesk from './en/solution-desk.ts'
import * as solutionPage from './en/solution-page.ts'
import * as standing from './en/standing.ts'
import * as standingSpoken from './en/standing-spoken.ts'
import * as status from './en/status.ts'
import * as submissions from './en/submissions.ts'
import * as weights from './en/weights.ts'
import * as weightsDesk from './en/weights-desk.ts'
import { mergeAll } from './merge.ts'

/** The English dictionary; each part is checked against the Chinese one. */
export const en = mergeAll(
  about,
  aboutAccessibility,
  aboutData,
  aboutFormula,
  aboutOpen,
  aboutPrivacy,
  account,
  addendum,
  catalog,
  catalogPage,
  common,
  commonDesk,
  compare,
  concept,
  conceptDesk,
  deployments,
  desk,
  field,
  fit,
  file,
  fileDesk,
  firm,
  home,
  imports,
  market,
  match,
  matchSpoken,
  matches,
  notification,
  product,
  productDesk,
  productFacts,
  productHold,
  productList,
  productPage,
  recommendation,
  record,
  refusal,
  refusalAccount,
  refusalDesk,
  refusalReward,
  review,
  reward,
  risk,
  riskExpected,
  scenario,
  scenarioDesk,
  scenarioList,
  scenarioPage,
  scenarioWizard,
  savedSearch,
  savedSearchDesk,
  search,
  searchSuggestions,
  site,
  siteLists,
  solution,
  solutionDesk,
  solutionPage,
  standing,
  standingSpoken,
  status,
  submissions,
  weights,
  weightsDesk,
)
