import { FactList } from '../pattern/fact-grid.tsx'
import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import { ChangeList, type ChangeView } from './change-list.tsx'

export interface ApprovalStateView {
  hash: string
  initial: { name: string; at: Date; opinion: string | null } | null
  lapsed: {
    approval: { by: string; at: Date; hash: string; opinion: string | null }
    changes: readonly ChangeView[]
  } | null
}

/** `4f1c…90ab`: enough to compare by eye, the whole stands in the audit. */
export const shortHash = (hash: string) => `${hash.slice(0, 8)}…${hash.slice(-4)}`

/** The content by its hash, who has approved it, and which approval does not count any more. */
export function ApprovalRecord({ state: { hash, initial, lapsed } }: { state: ApprovalStateView }) {
  const t = useT()
  const sentence = (by: string, at: Date) => t('review.approvedBy', { by, at: t.moment(at) })
  return (
    <div className="stack">
      <FactList
        facts={[
          {
            key: 'hash',
            term: t('review.hash'),
            value: (
              <span className="num" title={hash}>
                {shortHash(hash)}
              </span>
            ),
          },
          {
            key: 'initial',
            term: t('review.initial'),
            value: initial ? (
              <>
                {sentence(initial.name, initial.at)}
                {initial.opinion && (
                  <p className="lines">{t('review.opinionSaid', { opinion: initial.opinion })}</p>
                )}
              </>
            ) : (
              <span className="unsaid">{t('review.notYet')}</span>
            ),
          },
        ]}
      />
      {lapsed && (
        <Alert tone="red" title={t('review.lapsed')}>
          <p>
            {sentence(lapsed.approval.by, lapsed.approval.at)} · {shortHash(lapsed.approval.hash)}
          </p>
          <ChangeList changes={lapsed.changes} />
        </Alert>
      )}
    </div>
  )
}
