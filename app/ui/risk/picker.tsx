import './risk.css'
import type { SubmissionResult } from '@conform-to/react'
import { paths } from '#paths'
import { Select } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { flatForm } from '../form/flat-form.ts'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { PrintButton } from '../primitives/print-button.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { RiskList } from './risk-list.tsx'
import type { Choices, SpokenItem } from './view.ts'

/** What a list depends on. */
export const asked = ['category', 'task', 'domain', 'space'] as const

export interface PickerProps {
  choices: Choices
  /** What the address holds, as it was chosen. */
  typed: Record<string, unknown>
  submission: SubmissionResult | null
  /** Null until all four were chosen. */
  items: readonly SpokenItem[] | null
}

/** 安全规程速查: which standards and terms belong to this robot, task and place; an address that can be sent on. */
export function Picker({ choices, typed, submission, items }: PickerProps) {
  const t = useT()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('risk.title') }]} />
      <PageHead title={t('risk.title')} facts={<span>{t('risk.lead')}</span>} />
      <PickerForm key={JSON.stringify(typed)} choices={choices} typed={typed} submission={submission} />
      {items === null ? (
        <EmptyState title={t('risk.emptyTitle')}>{t('risk.emptyText')}</EmptyState>
      ) : (
        <>
          <p className="t14 ink2 mt5">
            {t('risk.counted', { n: items.length })} <PrintButton />
          </p>
          <RiskList items={items} />
          <p className="t13 ink3 mt5">{t('risk.unchecked')}</p>
        </>
      )}
    </Wrap>
  )
}

function PickerForm({ choices, typed, submission }: Omit<PickerProps, 'items'>) {
  const t = useT()
  const [form, fields] = flatForm(asked, { id: 'risk', lastResult: submission, defaultValue: typed })
  const labels = Object.fromEntries(asked.map(name => [name, t(`risk.ask.${name}`)]))
  return (
    <form method="get" action={paths.risk()} id={form.id} noValidate className="form noprint">
      <ErrorSummary form={form} labels={labels} />
      <div className="form__cols">
        {asked.map(name => (
          <Select
            key={name}
            field={fields[name]}
            label={labels[name]}
            empty={t('common.form.choose')}
            options={choices[name]}
          />
        ))}
      </div>
      <Actions>
        <SubmitButton>{t('risk.go')}</SubmitButton>
      </Actions>
    </form>
  )
}
