import './saved-searches.css'
import type { SubmissionResult } from '@conform-to/react'
import type { KeptAddress, SearchRhythm } from '#domain/saved-searches/kept.ts'
import { paths } from '#paths'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field } from '../form/field.tsx'
import { flatForm } from '../form/flat-form.ts'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Conditions } from './conditions.tsx'
import { RhythmChoice } from './rhythm-choice.tsx'

export interface EditView {
  id: string
  rev: number
  name: string
  rhythm: SearchRhythm
  address: KeptAddress
}

interface Answer {
  submission: SubmissionResult
  refusal: RefusalView | null
}

const names = ['name', 'rhythm'] as const

/** Another name, or mail more or less often; what is searched for stays. */
export function EditForm({ search, answer }: { search: EditView; answer: Answer | undefined }) {
  const t = useT()
  const { id, rev, name, rhythm, address } = search
  const lastResult = answer?.submission
  const [form, fields] = flatForm(names, { id: 'edit', lastResult, defaultValue: { name, rhythm } })
  const labels = { name: t('savedSearch.name'), rhythm: t('savedSearch.rhythm') }
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  return (
    <Wrap>
      <Crumbs items={[{ label: t('savedSearch.title'), href: paths.searches() }, { label: name }]} />
      <PageHead title={name} facts={<Conditions address={address} />} />
      <form method="post" id={form.id} noValidate className="stack savedform">
        {stale ? (
          <StaleNote title={t('savedSearch.changedTitle')} refusal={stale} href={paths.savedSearch(id)} />
        ) : (
          <ErrorSummary form={form} labels={labels} />
        )}
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="rev" value={rev} />
        <Field field={fields.name} label={labels.name} hint={t('savedSearch.nameHint')} />
        <RhythmChoice field={fields.rhythm} />
        <Actions>
          <SubmitButton>{t('savedSearch.submit')}</SubmitButton>
          <ButtonLink look="quiet" href={paths.searches()}>
            {t('savedSearch.back')}
          </ButtonLink>
        </Actions>
      </form>
    </Wrap>
  )
}
