import './saved-searches.css'
import type { KeptAddress, KeptStatus, SearchRhythm } from '#domain/saved-searches/kept.ts'
import { canonicalSearch } from '#domain/saved-searches/kept.ts'
import { paths } from '#paths'
import { SubmitButton } from '../form/submit-button.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Conditions } from './conditions.tsx'

export interface OwnSearchView {
  id: string
  rev: number
  name: string
  rhythm: SearchRhythm
  status: KeptStatus
  address: KeptAddress
  hits: number
  lookedAt: Date
  fresh: number
}

export interface OwnSearchesView {
  searches: readonly OwnSearchView[]
  email: string
  most: number
}

/** 我的搜索: what each found when it was last looked at, what is new since, and how it tells of it. */
export function OwnSearches({ searches, email, most }: OwnSearchesView) {
  const t = useT()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('savedSearch.title') }]} />
      <PageHead
        title={t('savedSearch.title')}
        facts={searches.length > 0 && <span>{t('savedSearch.count', { n: searches.length, most })}</span>}
      />
      <p className="prose ink2 t14">{t('savedSearch.lead', { email })}</p>
      {searches.length === 0 ? (
        <EmptyState
          title={t('savedSearch.emptyTitle')}
          actions={<ButtonLink href={paths.search()}>{t('savedSearch.emptyOpen')}</ButtonLink>}
        >
          {t('savedSearch.emptyText')}
        </EmptyState>
      ) : (
        <ul className="saved">
          {searches.map(search => (
            <OwnSearch key={search.id} search={search} />
          ))}
        </ul>
      )}
    </Wrap>
  )
}

function OwnSearch({ search }: { search: OwnSearchView }) {
  const t = useT()
  const { name, address, status, rhythm, hits, lookedAt, fresh } = search
  const paused = status === 'paused'
  return (
    <li data-paused={paused ? '' : undefined}>
      <div>
        <h2>
          <Link href={`${paths.search()}?${canonicalSearch(address)}`}>{name}</Link>
        </h2>
        <p className="saved__what">
          <Conditions address={address} />
        </p>
        <p className="saved__count num">
          <span>{t('savedSearch.looked', { n: hits, time: t.moment(lookedAt) })}</span>
          {fresh > 0 ? (
            <strong>{t('savedSearch.fresh', { n: fresh })}</strong>
          ) : (
            <span>{t('savedSearch.noFresh')}</span>
          )}
        </p>
      </div>
      <div className="saved__side">
        <p>{paused ? t('savedSearch.paused') : t(`savedSearch.${rhythm}`)}</p>
        <Deeds search={search} />
      </div>
    </li>
  )
}

function Deeds({ search: { id, rev, name, status } }: { search: OwnSearchView }) {
  const t = useT()
  const turn = status === 'paused' ? 'resume' : 'pause'
  return (
    <div className="saved__deeds">
      <ButtonLink
        look="line"
        size="sm"
        href={paths.savedSearch(id)}
        aria-label={t('savedSearch.which.edit', { name })}
      >
        {t('savedSearch.edit')}
      </ButtonLink>
      <form method="post" action={paths.savedSearchPause(id)}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="rev" value={rev} />
        <input type="hidden" name="status" value={turn === 'pause' ? 'paused' : 'active'} />
        <SubmitButton look="line" size="sm" aria-label={t(`savedSearch.which.${turn}`, { name })}>
          {t(`savedSearch.${turn}`)}
        </SubmitButton>
      </form>
      <form method="post" action={paths.savedSearchRemoval(id)}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton look="quiet" size="sm" aria-label={t('savedSearch.which.remove', { name })}>
          {t('savedSearch.remove')}
        </SubmitButton>
      </form>
    </div>
  )
}
