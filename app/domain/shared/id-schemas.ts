import { z } from 'zod'
import type {
  AccountId,
  BidId,
  ClaimId,
  ConceptProposalId,
  DepartmentId,
  EntryId,
  FileId,
  InquiryId,
  IntroductionId,
  InvitationId,
  OrganizationId,
  PilotId,
  ProductId,
  ProductVersionId,
  SavedSearchId,
  ScenarioId,
  SiteId,
  SolutionId,
  WeightsProposalId,
} from './ids.ts'
import { brand, parseId } from './ids.ts'

function schema<I extends Parameters<typeof brand>[0] & ReturnType<typeof brand>>() {
  return z
    .string()
    .refine(text => parseId(text) !== null, 'field.id')
    .transform(text => brand<I>(text))
}

/** Zod schemas of the branded ids, for forms and verbs. */
export const id = {
  account: schema<AccountId>(),
  organization: schema<OrganizationId>(),
  department: schema<DepartmentId>(),
  invitation: schema<InvitationId>(),
  scenario: schema<ScenarioId>(),
  site: schema<SiteId>(),
  product: schema<ProductId>(),
  productVersion: schema<ProductVersionId>(),
  solution: schema<SolutionId>(),
  bid: schema<BidId>(),
  pilot: schema<PilotId>(),
  claim: schema<ClaimId>(),
  entry: schema<EntryId>(),
  file: schema<FileId>(),
  conceptProposal: schema<ConceptProposalId>(),
  savedSearch: schema<SavedSearchId>(),
  weightsProposal: schema<WeightsProposalId>(),
  introduction: schema<IntroductionId>(),
  inquiry: schema<InquiryId>(),
}

/** A form's one-time key: a UUID made when the form was shown. Sending the form twice has one effect. */
export const formKey = z.string().refine(text => parseId(text) !== null, 'field.formKey')

/** As far as the column counts (a four-byte integer). */
const mostRevisions = 2 ** 31 - 1

/** The revision of the row that the form's page showed; an older one is a stale page (409). */
export const rev = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,10}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().min(0).max(mostRevisions))

/** The SHA-256 of a content as a decision's form carries it, in lower-case hex. */
export const contentHash = z.string().regex(/^[0-9a-f]{64}$/, 'field.formKey')
