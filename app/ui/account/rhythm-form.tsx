import { useForm } from '@conform-to/react'
import { type MailRhythm, mailRhythms } from '#domain/shared/notice-matrix.ts'
import { paths } from '#paths'
import { RadioGroup } from '../form/choice.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

/** How often one wants mail about what may be switched off. */
export function RhythmForm({ rhythm }: { rhythm: MailRhythm }) {
  const t = useT()
  const [form, fields] = useForm<{ rhythm: string }>({ id: 'rhythm', defaultValue: { rhythm } })
  return (
    <form method="post" action={paths.accountMail()} id={form.id} className="stack">
      <RadioGroup
        field={fields.rhythm}
        label={t('account.rhythm.label')}
        options={mailRhythms.map(value => ({ value, label: t(`account.rhythm.${value}`) }))}
      />
      <Actions>
        <SubmitButton look="line" size="sm">
          {t('account.own.save')}
        </SubmitButton>
      </Actions>
    </form>
  )
}
