import { useState } from 'react'
import type { StepId } from '#domain/scenarios/steps.ts'
import { stepIds } from '#domain/scenarios/steps.ts'
import { ExpectedRisk } from '../risk/expected-risk.tsx'
import type { SpokenExpected } from '../risk/view.ts'
import type { FitsView } from '../scenarios/live-fits.ts'
import type { SaidScenario } from '../scenarios/view.ts'
import { useT } from '../shell/dictionary.tsx'
import { type SiteChoiceView, SitePicker } from '../sites/site-picker.tsx'
import { LivePanel } from './live-panel.tsx'
import { CheckStep } from './step-check.tsx'
import { type StepAnswer, StepForm } from './step-form.tsx'
import { StepNav } from './step-nav.tsx'
import type { SheetView, Standing } from './view.ts'

/** 场景向导: one step of it, where it stands among the others, and beside it what firms would still ask. */
export function Wizard({
  sheet,
  step,
  answer,
  fits,
  choice,
  risk,
  said,
}: {
  sheet: SheetView
  step: StepId
  answer: StepAnswer | null
  /** Of the draft as it was saved last; null for whoever may not edit it any more. */
  fits?: FitsView | null
  /** Site profiles to fill the step from. */
  choice?: SiteChoiceView | null
  /** What the pilot's sides will have to go through, beside the steps that decide it. */
  risk?: SpokenExpected | null
  /** What the last step reads out. */
  said?: SaidScenario | null
}) {
  const t = useT()
  const { draft } = sheet
  const [live, setLive] = useState<Standing | null>(null)
  const standing = live ?? draft
  return (
    <>
      <StepNav id={draft?.id ?? null} current={step} open={standing?.open ?? null} />
      <div className="wizard">
        <div className="wizard__main">
          <header className="wizard__head">
            <p className="t13 ink3">
              {t('wizard.step', { n: stepIds.indexOf(step) + 1, of: stepIds.length })}
            </p>
            <h2>{t(`wizard.name.${step}`)}</h2>
            <p className="ink2 prose">{t(`wizard.lead.${step}`)}</p>
          </header>
          {choice && standing && <SitePicker choice={{ ...choice, rev: standing.rev }} />}
          {step === 'check' && draft && said ? (
            <CheckStep sheet={sheet} draft={draft} said={said} />
          ) : (
            <StepForm
              sheet={sheet}
              step={step === 'check' ? 'task' : step}
              answer={answer}
              onSaved={setLive}
            />
          )}
          {risk && <ExpectedRisk risk={risk} />}
        </div>
        {draft && standing && (
          <aside aria-label={t('wizard.live.title')}>
            <LivePanel draft={draft} standing={standing} fits={fits ?? null} />
          </aside>
        )}
      </div>
    </>
  )
}
