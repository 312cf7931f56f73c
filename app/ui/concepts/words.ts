import type { Translate } from '#i18n/translate.ts'
import type { ProposalLineView } from './view.ts'

/** What a proposal would change, in one sentence. */
export function changeWords(
  t: Translate,
  { kind, title, name }: Pick<ProposalLineView, 'kind' | 'title' | 'name'>,
): string {
  return t(`concept.change.${kind}`, { title, name: name ?? '' })
}
