import { requirementsFor } from '#domain/ontology/questions.ts'
import { Check } from '../form/choice.tsx'
import { TextArea } from '../form/field.tsx'
import { useT } from '../shell/dictionary.tsx'
import { ConfidentialMark } from './confidential-mark.tsx'
import { NeedQuestions } from './need-questions.tsx'
import type { StepProps } from './step-props.ts'
import { fieldOf } from './values.ts'
import type { DraftView, Guide } from './view.ts'

/** What the template asks comes first, then what usually decides for this domain and these tasks. */
function asksFor(guide: Guide, draft: DraftView | null) {
  return [...guide.asks, ...requirementsFor(draft?.content.domain, draft?.content.tasks ?? [])]
}

/** 现场: in words, and the conditions of the site that this kind of work depends on. */
export function SiteStep({ form, guide, draft }: StepProps) {
  const t = useT()
  return (
    <div className="form">
      <div className="maykeep">
        <TextArea
          field={fieldOf(form, 'site')}
          label={t('scenario.form.siteField')}
          hint={t('scenario.form.siteHint')}
          rows={5}
        />
        <ConfidentialMark form={form} part="site" />
        <Check
          field={fieldOf(form, 'sitePhotos')}
          label={t('site.photos.share')}
          hint={t('site.photos.shareHint')}
        />
      </div>
      <NeedQuestions form={form} step="site" asks={asksFor(guide, draft)} />
    </div>
  )
}

/** 要求: everything else that firms would ask about the machine and the service. */
export function RequirementsStep({ form, guide, draft }: StepProps) {
  return (
    <div className="form">
      <NeedQuestions form={form} step="requirements" asks={asksFor(guide, draft)} />
      <ConfidentialMark form={form} part="requirementNotes" />
    </div>
  )
}
