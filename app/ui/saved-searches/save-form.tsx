import './saved-searches.css'
import type { SubmissionResult } from '@conform-to/react'
import type { KeptAddress, SearchRhythm } from '#domain/saved-searches/kept.ts'
import { canonicalSearch } from '#domain/saved-searches/kept.ts'
import { paths } from '#paths'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field } from '../form/field.tsx'
import { flatForm } from '../form/flat-form.ts'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Conditions } from './conditions.tsx'
import { RhythmChoice } from './rhythm-choice.tsx'

export interface SaveSheetView {
  formKey: string
  address: KeptAddress
  search: string
  name: string
  hits: number
  email: string
  rhythm: SearchRhythm
  already: { id: string; name: string } | null
  kept: { most: number; tooMany: boolean }
}

/** 保存搜索: what will be kept, how it is called, and what mail will follow; said before it is saved. */
export function SaveForm({
  sheet,
  lastResult,
}: {
  sheet: SaveSheetView
  lastResult?: SubmissionResult | null
}) {
  const t = useT()
  const { address, hits, already, kept } = sheet
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('savedSearch.title'), href: paths.searches() },
          { label: t('savedSearch.newTitle') },
        ]}
      />
      <PageHead
        title={t('savedSearch.newTitle')}
        facts={
          <>
            <Conditions address={address} />
            <span>{t('savedSearch.now', { n: hits })}</span>
          </>
        }
      />
      {already ? (
        <Alert title={t('savedSearch.alreadyTitle')}>
          <p>{t('savedSearch.alreadyText', { name: already.name })}</p>
          <p>
            <Link href={paths.savedSearch(already.id)}>{t('savedSearch.alreadyOpen')}</Link>
          </p>
        </Alert>
      ) : kept.tooMany ? (
        <Alert title={t('savedSearch.fullTitle', { most: kept.most })}>
          <p>{t('savedSearch.fullText')}</p>
          <p>
            <Link href={paths.searches()}>{t('savedSearch.title')}</Link>
          </p>
        </Alert>
      ) : (
        <Fields sheet={sheet} lastResult={lastResult} />
      )}
    </Wrap>
  )
}

const names = ['name', 'rhythm', 'search'] as const

function Fields({ sheet, lastResult }: { sheet: SaveSheetView; lastResult?: SubmissionResult | null }) {
  const t = useT()
  const { formKey, search, name, rhythm, email, address } = sheet
  const [form, fields] = flatForm(names, { id: 'save', lastResult, defaultValue: { name, rhythm } })
  const labels = { name: t('savedSearch.name'), rhythm: t('savedSearch.rhythm') }
  return (
    <form method="post" id={form.id} noValidate className="stack savedform">
      <ErrorSummary form={form} labels={labels} />
      <FormKey value={formKey} />
      <input type="hidden" name="search" value={search} />
      <Field field={fields.name} label={labels.name} hint={t('savedSearch.nameHint')} />
      <RhythmChoice field={fields.rhythm} />
      <div className="promise">
        <h2>{t('savedSearch.promiseTitle')}</h2>
        <p>{t('savedSearch.promise', { email })}</p>
      </div>
      <Actions>
        <SubmitButton>{t('savedSearch.submit')}</SubmitButton>
        <ButtonLink look="quiet" href={`${paths.search()}?${canonicalSearch(address)}`}>
          {t('savedSearch.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
