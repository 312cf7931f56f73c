import { useForm } from '@conform-to/react'
import { type SearchRhythm, searchRhythms } from '#domain/saved-searches/kept.ts'
import { paths } from '#paths'
import { RadioGroup } from '../form/choice.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

/** How often mail tells of new matches. */
export function MatchRhythmForm({ rhythm }: { rhythm: SearchRhythm }) {
  const t = useT()
  const [form, fields] = useForm<{ rhythm: string }>({ id: 'matches', defaultValue: { rhythm } })
  return (
    <form method="post" action={paths.accountMatches()} id={form.id} className="stack">
      <RadioGroup
        field={fields.rhythm}
        label={t('matches.rhythm.label')}
        options={searchRhythms.map(value => ({ value, label: t(`matches.rhythm.${value}`) }))}
      />
      <Actions>
        <SubmitButton look="line" size="sm">
          {t('account.own.save')}
        </SubmitButton>
      </Actions>
    </form>
  )
}
