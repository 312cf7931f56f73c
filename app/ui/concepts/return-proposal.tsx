import { paths } from '#paths'
import { ReturnProposal, type ReturnProposalProps } from '../review/proposal.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { ProposalView } from './view.ts'
import { changeWords } from './words.ts'

/** 退回 of a proposed change of names. */
export function ReturnConceptForm({
  view,
  answer,
}: Pick<ReturnProposalProps, 'answer'> & { view: ProposalView }) {
  const title = changeWords(useT(), view)
  const links = { list: paths.conceptProposals(), back: paths.conceptProposal(view.id) }
  return <ReturnProposal noun="concept" {...{ view, title, answer }} {...links} />
}
