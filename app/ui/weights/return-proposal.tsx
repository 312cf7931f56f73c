import { paths } from '#paths'
import { ReturnProposal, type ReturnProposalProps } from '../review/proposal.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { ProposalView } from './view.ts'

/** 退回 of proposed weights. */
export function ReturnWeightsForm({
  view,
  answer,
}: Pick<ReturnProposalProps, 'answer'> & { view: ProposalView }) {
  const title = useT()('weights.proposals.basedOn', { version: view.basedOn })
  const links = { list: paths.weightsProposals(), back: paths.weightsProposal(view.id) }
  return <ReturnProposal noun="weights" {...{ view, title, answer }} {...links} />
}
