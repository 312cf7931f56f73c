/** Ids are UUIDv7 text, branded per noun: handing one noun's id for another's does not compile. */
declare const noun: unique symbol
type Id<N extends string> = string & { readonly [noun]: N }

export type AccountId = Id<'account'>
export type OrganizationId = Id<'organization'>
export type DepartmentId = Id<'department'>
export type InvitationId = Id<'invitation'>
export type ScenarioId = Id<'scenario'>
export type SiteId = Id<'site'>
export type ProductId = Id<'product'>
export type ProductVersionId = Id<'productVersion'>
export type SolutionId = Id<'solution'>
export type SolutionVersionId = Id<'solutionVersion'>
export type BidId = Id<'bid'>
export type PilotId = Id<'pilot'>
export type ClaimId = Id<'claim'>
export type EntryId = Id<'entry'>
export type FileId = Id<'file'>
export type ConceptProposalId = Id<'conceptProposal'>
export type SavedSearchId = Id<'savedSearch'>
export type WeightsProposalId = Id<'weightsProposal'>
export type IntroductionId = Id<'introduction'>
export type InquiryId = Id<'inquiry'>

type AnyId =
  | AccountId
  | OrganizationId
  | DepartmentId
  | InvitationId
  | ScenarioId
  | SiteId
  | ProductId
  | ProductVersionId
  | SolutionId
  | SolutionVersionId
  | BidId
  | PilotId
  | ClaimId
  | EntryId
  | FileId
  | ConceptProposalId
  | SavedSearchId
  | WeightsProposalId
  | IntroductionId
  | InquiryId

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** The id, or null when the text is not the form of an id (which every edge answers with 404). */
export function parseId<I extends AnyId>(text: unknown): I | null {
  return typeof text === 'string' && uuid.test(text) ? brand<I>(text) : null
}

/** The one place where a checked text becomes an id. */
export function brand<I extends AnyId>(text: string): I {
  return text as I
}
