import './sites.css'
import { paths } from '#paths'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { SiteNote } from './site-note.tsx'
import type { SpokenTaken } from './view.ts'

export interface SiteChoiceView {
  scenarioId: string
  rev: number
  formKey: string
  taken: SpokenTaken | null
  sites: readonly { id: string; name: string; version: number }[]
}

/** 套用现场档案: one choice and one button, before the draft's own form. */
export function SitePicker({ choice }: { choice: SiteChoiceView }) {
  const t = useT()
  const { scenarioId, rev, formKey, taken, sites } = choice
  return (
    <Section title={t('site.take.title')} note={t('site.take.lead')}>
      {taken && <SiteNote taken={taken} />}
      {sites.length === 0 ? (
        <p className="t14 ink2">
          {t('site.take.none')} <Link href={paths.siteNew()}>{t('site.new')}</Link>
        </p>
      ) : (
        <form method="post" action={paths.scenarioSite(scenarioId)} className="sitepick">
          <input type="hidden" name="id" value={scenarioId} />
          <input type="hidden" name="rev" value={rev} />
          <FormKey value={formKey} />
          <div className="field">
            <label htmlFor="sitepick-site">{t('site.take.which')}</label>
            <select className="select" id="sitepick-site" name="siteId" defaultValue={taken?.id}>
              {sites.map(({ id, name, version }) => (
                <option key={id} value={id}>
                  {t('site.take.option', { name, n: version })}
                </option>
              ))}
            </select>
          </div>
          <SubmitButton look="line">{t('site.take.go')}</SubmitButton>
        </form>
      )}
    </Section>
  )
}
