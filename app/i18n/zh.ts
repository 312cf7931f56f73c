import { mergeAll } from './merge.ts'
import * as about from './zh/about.ts'
import * as aboutAccessibility from './zh/about-accessibility.ts'
import * as aboutData from './zh/about-data.ts'
import * as aboutFormula from './zh/about-formula.ts'
import * as aboutOpen from './zh/about-open.ts'
import * as aboutPrivacy from './zh/about-privacy.ts'
import * as account from './zh/account.ts'
import * as addendum from './zh/addendum.ts'
import * as catalog from './zh/catalog.ts'
import * as catalogPage from './zh/catalog-page.ts'
import * as common from './zh/common.ts'
import * as commonDesk from './zh/common-desk.ts'
import * as compare from './zh/compare.ts'
import * as concept from './zh/concept.ts'
import * as conceptDesk from './zh/concept-desk.ts'
import * as deployments from './zh/deployments.ts'
import * as desk from './zh/desk.ts'
import * as field from './zh/field.ts'
import * as file from './zh/file.ts'
import * as fileDesk from './zh/file-desk.ts'
import * as firm from './zh/firm.ts'
import * as fit from './zh/fit.ts'
import * as home from './zh/home.ts'
import * as imports from './zh/imports.ts'
import * as market from './zh/market.ts'
import * as match from './zh/match.ts'
import * as matchSpoken from './zh/match-spoken.ts'
import * as matches from './zh/matches.ts'
import * as notification from './zh/notification.ts'
import * as product from './zh/product.ts'
import * as productDesk from './zh/product-desk.ts'
import * as productFacts from './zh/product-facts.ts'
import * as productHold from './zh/product-hold.ts'
import * as productList from './zh/product-list.ts'
import * as productPage from './zh/product-page.ts'
import * as recommendation from './zh/recommendation.ts'
import * as record from './zh/record.ts'
import * as refusal from './zh/refusal.ts'
import * as refusalAccount from './zh/refusal-account.ts'
import * as refusalDesk from './zh/refusal-desk.ts'
import * as refusalReward from './zh/refusal-reward.ts'
import * as review from './zh/review.ts'
import * as reward from './zh/reward.ts'
import * as risk from './zh/risk.ts'
import * as riskExpected from './zh/risk-expected.ts'
import * as savedSearch from './zh/saved-search.ts'
import * as savedSearchDesk from './zh/saved-search-desk.ts'
import * as scenario from './zh/scenario.ts'
import * as scenarioDesk from './zh/scenario-desk.ts'
import * as scenarioList from './zh/scenario-list.ts'
import * as scenarioPage from './zh/scenario-page.ts'
import * as scenarioWizard from './zh/scenario-wizard.ts'
import * as search from './zh/search.ts'
import * as searchSuggestions from './zh/search-suggestions.ts'
import * as site from './zh/site.ts'
import * as siteLists from './zh/site-lists.ts'
import * as solution from './zh/solution.ts'
import * as solutionDesk from './zh/solution-desk.ts'
import * as solutionPage from './zh/solution-page.ts'
import * as standing from './zh/standing.ts'
import * as standingSpoken from './zh/standing-spoken.ts'
import * as status from './zh/status.ts'
import * as submissions from './zh/submissions.ts'
import * as weights from './zh/weights.ts'
import * as weightsDesk from './zh/weights-desk.ts'

/** The Chinese dictionary; its keys are the keys of the product. A part may hold only some of a namespace. */
export const zh = mergeAll(
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
